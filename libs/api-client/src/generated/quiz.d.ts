export interface paths {
    "/.well-known/did.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issuer_didDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issuer_keySet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/accommodations/{learnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Accommodations_get"];
        put: operations["Accommodations_grant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attempts_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/attempts/{id}/answers/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Attempts_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/attempts/{id}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Challenges_ofAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/attempts/{id}/questions/{questionId}/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Challenges_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/attempts/{id}:submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attempts_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/attempts/{id}:void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attempts_void"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/c/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Credentials_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/challenges/{id}:resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Challenges_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohort-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Links_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohort-links/{token}:redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Links_redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_list"];
        put?: never;
        post: operations["Cohorts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Cohorts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Cohorts_change"];
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/activity.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Insights_activityCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dashboard_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Decisions_listOfCohort"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dashboard_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/due-dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortRecords_readDueDates"];
        put: operations["CohortRecords_saveDueDates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Enrolments_list"];
        put?: never;
        post: operations["Enrolments_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/enrolments.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Enrolments_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/enrolments/{learnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Enrolments_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/enrolments:import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Enrolments_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/enrolments:remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Enrolments_removeAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/enrolments:transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Enrolments_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dashboard_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortRecords_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Insights_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/insights.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Insights_sectionsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Cohorts_addInstructorByAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/instructors/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Cohorts_addInstructor"];
        post?: never;
        delete: operations["Cohorts_removeInstructor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invitations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/invitations/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invitations_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Invitations_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/invitations/{invitationId}:resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Invitations_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/learners/{learnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DrillDowns_learner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/learners/{learnerId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DrillDowns_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/learners/{learnerId}/timeline.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DrillDowns_timelineCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Links_list"];
        put?: never;
        post: operations["Links_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Links_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Live_watch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/needs-help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Insights_needsHelp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/needs-help.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Insights_needsHelpCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/sections/{sectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DrillDowns_section"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/sections/{sectionId}/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DrillDowns_sectionLearners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}/sections/{sectionId}/learners.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DrillDowns_sectionLearnersCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}:join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Links_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/cohorts/{id}:leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Links_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Catalog_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Catalog_outline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/courses/{id}/open-cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyCohorts_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/courses/{id}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Overviews_course"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/courses/{id}/overview.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Overviews_courseCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/courses/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Progress_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Decisions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Credentials_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Decisions_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}/social.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Credentials_social"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Credentials_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}:reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Decisions_reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}:renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Renewals_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}:revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Decisions_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/credentials/{id}:suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Decisions_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/issuer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issuer_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/issuer/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issuer_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/issuer/keys/{kid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Issuer_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/issuer/keys:rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Issuer_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/marking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Marking_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/marking/{attemptId}/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Marking_read"];
        put: operations["Marking_mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/me/accommodation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Accommodations_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/me/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyCohorts_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/me/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Credentials_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/me/credentials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Credentials_show"];
        trace?: never;
    };
    "/api/quiz/v1/me/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Renewals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Overviews_platform"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/overview.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Overviews_platformCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/overview/activity.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Overviews_activityCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/practice/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Practice_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/practice/{id}/questions/{questionId}/tries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practice_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/practice/{id}:finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practice_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/regrades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Regrades_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/regrades/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Regrades_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/regrades/{id}:apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Regrades_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/regrades/{id}:discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Regrades_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attempts_list"];
        put?: never;
        post: operations["Attempts_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Challenges_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/item-analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Items_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/item-analysis.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Items_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/practice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practice_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/question-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Regrades_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/sections/{id}/regrades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Regrades_list"];
        put?: never;
        post: operations["Regrades_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/status-lists/{list}/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["StatusLists_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Verifications_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/v1/verifications:file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Verifications_verifyFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable; programs decide by it. */
            code: string;
            /** @description For people. */
            detail: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
            traceId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Issuer_didDocument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The issuer as did:web, with all of its keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Issuer_keySet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public keys of credentials as JWT, retired ones included */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accommodations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                learnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extra time and attempts of a learner of yours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        learnerId: string;
                        timeFactor: number;
                        extraAttempts: number;
                        waivesCooldown: boolean;
                        /** @description Null while nothing has been granted. */
                        grantedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accommodations_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                learnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 1.5 makes half as much time again of every time limit. */
                    timeFactor: number;
                    extraAttempts: number;
                    /**
                     * @description No waiting between attempts.
                     * @default false
                     */
                    waivesCooldown?: boolean;
                };
            };
        };
        responses: {
            /** @description What holds from now on, for attempts that are running too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        learnerId: string;
                        timeFactor: number;
                        extraAttempts: number;
                        waivesCooldown: boolean;
                        /** @description Null while nothing has been granted. */
                        grantedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The paper while it is open; result and review as the policy allows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        number: number;
                        /**
                         * @description `renewal` for the shorter quiz that renews a badge; it counts for nothing else.
                         * @enum {string}
                         */
                        purpose: "exam" | "renewal";
                        /** @enum {string} */
                        state: "in_progress" | "submitted" | "graded" | "voided";
                        /** Format: date-time */
                        startedAt: string;
                        deadlineAt: string | null;
                        /**
                         * Format: date-time
                         * @description For a clock that counts down to the deadline whatever the client believes the time is.
                         */
                        serverTime: string;
                        submittedAt: string | null;
                        endedBy: ("submitted" | "expired") | null;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        answers: {
                            /** Format: uuid */
                            questionId: string;
                            sequence: number;
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                        result: {
                            /** @description Null where the policy never shows scores, like scoreMax and percent. */
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            /** @description Null while answers wait for a mark, like score and gradedAt. */
                            hasPassed: boolean | null;
                            gradedAt: string | null;
                            next: {
                                canRetryAt: string | null;
                                attemptsLeft: number | null;
                            };
                            review: {
                                /** Format: uuid */
                                questionId: string;
                                /** @description Null while the policy keeps back what was right. */
                                outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                                score: number | null;
                                scoreMax: number;
                                /** @description Taken out by a regrade: it neither earns nor costs anything. */
                                isDropped: boolean;
                                /** @description A regrade gave the score, or kept it, whatever the key says of the answer now. */
                                isGranted: boolean;
                                /** @description The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one. */
                                regraded: {
                                    question: {
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                                        /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                                        stem: string;
                                        points: number;
                                        readonly options?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        unit?: string;
                                        /** @description Of a matching; each is matched to one of the choices. */
                                        readonly prompts?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly choices?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        /** @description Of an ordering, in the order to begin with. */
                                        readonly items?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly gaps?: {
                                            id: string;
                                            /** @enum {string} */
                                            kind: "text" | "number" | "choice";
                                            readonly options?: {
                                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                                id: string;
                                                text: string;
                                            }[];
                                            unit?: string;
                                        }[];
                                        essay?: {
                                            wordsMin: number | null;
                                            wordsMax: number | null;
                                            /** @enum {string} */
                                            format: "text" | "code";
                                            template: string;
                                        };
                                    };
                                    answer: ({
                                        choice: string;
                                    } | {
                                        choices: string[];
                                    } | {
                                        value: boolean;
                                    } | {
                                        text: string;
                                    } | {
                                        matches: {
                                            prompt: string;
                                            choice: string;
                                        }[];
                                    } | {
                                        order: string[];
                                    } | {
                                        gaps: ({
                                            gap: string;
                                            text: string;
                                        } | {
                                            gap: string;
                                            choice: string;
                                        })[];
                                    } | {
                                        essay: string;
                                    }) | null;
                                } | null;
                                /** @description Of a matching, ordering or cloze: how each prompt, item or gap did. */
                                parts: {
                                    partId: string;
                                    /** @enum {string} */
                                    outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                    feedback: string | null;
                                }[];
                                key: ({
                                    choice: string;
                                } | {
                                    choices: string[];
                                } | {
                                    value: boolean;
                                } | {
                                    text: string;
                                } | {
                                    matches: {
                                        prompt: string;
                                        choice: string;
                                    }[];
                                } | {
                                    order: string[];
                                } | {
                                    gaps: ({
                                        gap: string;
                                        text: string;
                                    } | {
                                        gap: string;
                                        choice: string;
                                    })[];
                                } | {
                                    essay: string;
                                }) | null;
                                /** @description About this answer. */
                                responseFeedback: string | null;
                                readonly optionFeedback: {
                                    optionId: string;
                                    isKey: boolean;
                                    feedback: string | null;
                                }[];
                                explanation: string | null;
                                /** @description What a person said who marked the answer. */
                                mark: {
                                    comment: string | null;
                                    criteria: {
                                        title: string;
                                        level: string;
                                        points: number | null;
                                        pointsMax: number | null;
                                    }[];
                                } | null;
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
                            /** @description What regrades changed, oldest first. */
                            regrades: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                scoreBefore: number | null;
                                scoreAfter: number | null;
                                hasPassedBefore: boolean | null;
                                hasPassedAfter: boolean;
                            }[];
                            /** @description Answers that wait for a mark. */
                            pendingCount: number;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Grows with every save of the question; the highest one counts. */
                    sequence: number;
                    answer: ({
                        choice: string;
                    } | {
                        choices: string[];
                    } | {
                        value: boolean;
                    } | {
                        text: string;
                    } | {
                        matches: {
                            prompt: string;
                            choice: string;
                        }[];
                    } | {
                        order: string[];
                    } | {
                        gaps: ({
                            gap: string;
                            text: string;
                        } | {
                            gap: string;
                            choice: string;
                        })[];
                    } | {
                        essay: string;
                    }) | null;
                    /** @description Time on the question so far as the client measured it; for statistics only. */
                    spentSeconds?: number;
                };
            };
        };
        responses: {
            /** @description What is stored: this answer, or a newer one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        questionId: string;
                        sequence: number;
                        /** Format: date-time */
                        savedAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Challenges_ofAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your challenges of this attempt, and what became of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            attemptId: string;
                            /** Format: uuid */
                            questionId: string;
                            text: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined";
                            reply: string | null;
                            /** Format: date-time */
                            madeAt: string;
                            resolvedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Challenges_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is wrong with the question. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Your challenge, for the author of the course */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        questionId: string;
                        text: string;
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined";
                        reply: string | null;
                        /** Format: date-time */
                        madeAt: string;
                        resolvedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers?: {
                        /** Format: uuid */
                        questionId: string;
                        /** @description Grows with every save of the question; the highest one counts. */
                        sequence: number;
                        answer: ({
                            choice: string;
                        } | {
                            choices: string[];
                        } | {
                            value: boolean;
                        } | {
                            text: string;
                        } | {
                            matches: {
                                prompt: string;
                                choice: string;
                            }[];
                        } | {
                            order: string[];
                        } | {
                            gaps: ({
                                gap: string;
                                text: string;
                            } | {
                                gap: string;
                                choice: string;
                            })[];
                        } | {
                            essay: string;
                        }) | null;
                        /** @description Time on the question so far as the client measured it; for statistics only. */
                        spentSeconds?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The graded attempt; the same on every repeat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        number: number;
                        /**
                         * @description `renewal` for the shorter quiz that renews a badge; it counts for nothing else.
                         * @enum {string}
                         */
                        purpose: "exam" | "renewal";
                        /** @enum {string} */
                        state: "in_progress" | "submitted" | "graded" | "voided";
                        /** Format: date-time */
                        startedAt: string;
                        deadlineAt: string | null;
                        /**
                         * Format: date-time
                         * @description For a clock that counts down to the deadline whatever the client believes the time is.
                         */
                        serverTime: string;
                        submittedAt: string | null;
                        endedBy: ("submitted" | "expired") | null;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        answers: {
                            /** Format: uuid */
                            questionId: string;
                            sequence: number;
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                        result: {
                            /** @description Null where the policy never shows scores, like scoreMax and percent. */
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            /** @description Null while answers wait for a mark, like score and gradedAt. */
                            hasPassed: boolean | null;
                            gradedAt: string | null;
                            next: {
                                canRetryAt: string | null;
                                attemptsLeft: number | null;
                            };
                            review: {
                                /** Format: uuid */
                                questionId: string;
                                /** @description Null while the policy keeps back what was right. */
                                outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                                score: number | null;
                                scoreMax: number;
                                /** @description Taken out by a regrade: it neither earns nor costs anything. */
                                isDropped: boolean;
                                /** @description A regrade gave the score, or kept it, whatever the key says of the answer now. */
                                isGranted: boolean;
                                /** @description The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one. */
                                regraded: {
                                    question: {
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                                        /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                                        stem: string;
                                        points: number;
                                        readonly options?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        unit?: string;
                                        /** @description Of a matching; each is matched to one of the choices. */
                                        readonly prompts?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly choices?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        /** @description Of an ordering, in the order to begin with. */
                                        readonly items?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly gaps?: {
                                            id: string;
                                            /** @enum {string} */
                                            kind: "text" | "number" | "choice";
                                            readonly options?: {
                                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                                id: string;
                                                text: string;
                                            }[];
                                            unit?: string;
                                        }[];
                                        essay?: {
                                            wordsMin: number | null;
                                            wordsMax: number | null;
                                            /** @enum {string} */
                                            format: "text" | "code";
                                            template: string;
                                        };
                                    };
                                    answer: ({
                                        choice: string;
                                    } | {
                                        choices: string[];
                                    } | {
                                        value: boolean;
                                    } | {
                                        text: string;
                                    } | {
                                        matches: {
                                            prompt: string;
                                            choice: string;
                                        }[];
                                    } | {
                                        order: string[];
                                    } | {
                                        gaps: ({
                                            gap: string;
                                            text: string;
                                        } | {
                                            gap: string;
                                            choice: string;
                                        })[];
                                    } | {
                                        essay: string;
                                    }) | null;
                                } | null;
                                /** @description Of a matching, ordering or cloze: how each prompt, item or gap did. */
                                parts: {
                                    partId: string;
                                    /** @enum {string} */
                                    outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                    feedback: string | null;
                                }[];
                                key: ({
                                    choice: string;
                                } | {
                                    choices: string[];
                                } | {
                                    value: boolean;
                                } | {
                                    text: string;
                                } | {
                                    matches: {
                                        prompt: string;
                                        choice: string;
                                    }[];
                                } | {
                                    order: string[];
                                } | {
                                    gaps: ({
                                        gap: string;
                                        text: string;
                                    } | {
                                        gap: string;
                                        choice: string;
                                    })[];
                                } | {
                                    essay: string;
                                }) | null;
                                /** @description About this answer. */
                                responseFeedback: string | null;
                                readonly optionFeedback: {
                                    optionId: string;
                                    isKey: boolean;
                                    feedback: string | null;
                                }[];
                                explanation: string | null;
                                /** @description What a person said who marked the answer. */
                                mark: {
                                    comment: string | null;
                                    criteria: {
                                        title: string;
                                        level: string;
                                        points: number | null;
                                        pointsMax: number | null;
                                    }[];
                                } | null;
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
                            /** @description What regrades changed, oldest first. */
                            regrades: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                scoreBefore: number | null;
                                scoreAfter: number | null;
                                hasPassedBefore: boolean | null;
                                hasPassedAfter: boolean;
                            }[];
                            /** @description Answers that wait for a mark. */
                            pendingCount: number;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_void: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The attempt counts nowhere any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        state: "voided";
                        /** Format: date-time */
                        voidedAt: string;
                        reason: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Credentials_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page for people, with the words that other sites show beside a link to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such credential; the page says so */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Challenges_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "accepted" | "declined";
                    /** @description The learner reads it. */
                    reply: string;
                };
            };
        };
        responses: {
            /** @description The answered challenge; its learner sees outcome and reply */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        questionId: string;
                        text: string;
                        /** @enum {string} */
                        state: "open" | "accepted" | "declined";
                        reply: string | null;
                        /** Format: date-time */
                        madeAt: string;
                        resolvedAt: string | null;
                        /** Format: uuid */
                        learnerId: string;
                        learnerName: string | null;
                        /** @description As the learner met it. */
                        questionVersion: number;
                        publication: number;
                        stemStart: string;
                        /** @description Open challenges of this question, whatever its version. */
                        questionOpen: number;
                        /** @description All challenges of this question. */
                        questionTotal: number;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the link is for; reading it takes no place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "expired" | "full" | "revoked" | "archived";
                        cohort: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        course: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                        };
                        /** @description The name of whoever made the link. */
                        invitedBy: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_redeem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are in the cohort; a repeat takes no second place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "enrolled" | "already_enrolled";
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: uuid */
                        courseId: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "active" | "archived" | "all";
                /** @description Part of the name or of the title of the course. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cohorts you teach, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: uuid */
                            courseId: string;
                            courseTitle: string;
                            isArchived: boolean;
                            selfEnrolment: boolean;
                            version: number;
                            instructors: {
                                /** Format: uuid */
                                id: string;
                                displayName: string;
                            }[];
                            learnerCount: number;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    courseId: string;
                };
            };
        };
        responses: {
            /** @description A cohort that you teach */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        courseId: string;
                        courseTitle: string;
                        isArchived: boolean;
                        selfEnrolment: boolean;
                        version: number;
                        instructors: {
                            /** Format: uuid */
                            id: string;
                            displayName: string;
                        }[];
                        learnerCount: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A cohort that you teach */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        courseId: string;
                        courseTitle: string;
                        isArchived: boolean;
                        selfEnrolment: boolean;
                        version: number;
                        instructors: {
                            /** Format: uuid */
                            id: string;
                            displayName: string;
                        }[];
                        learnerCount: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    isArchived?: boolean;
                    /** @description Whether any learner may join from the page of the course. */
                    selfEnrolment?: boolean;
                };
            };
        };
        responses: {
            /** @description The changed cohort */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        courseId: string;
                        courseTitle: string;
                        isArchived: boolean;
                        selfEnrolment: boolean;
                        version: number;
                        instructors: {
                            /** Format: uuid */
                            id: string;
                            displayName: string;
                        }[];
                        learnerCount: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Insights_activityCsv: {
        parameters: {
            query?: {
                /** @description First day, UTC; 30 days in all when left out. */
                from?: string;
                /** @description Last day, UTC; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per day of the period (UTC) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Dashboard_attempts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every attempt that the dashboard counts, and the voided ones that it does not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            learnerId: string;
                            /** Format: uuid */
                            sectionId: string;
                            number: number;
                            /** @enum {string} */
                            state: "in_progress" | "submitted" | "graded" | "voided";
                            endedBy: ("submitted" | "expired") | null;
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            hasPassed: boolean | null;
                            /** Format: date-time */
                            startedAt: string;
                            submittedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decisions_listOfCohort: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "active" | "suspended" | "revoked";
                kind?: "section_badge" | "course_certificate";
                learnerId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the learners of a cohort hold in its course, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "section_badge" | "course_certificate";
                            title: string;
                            /** Format: uuid */
                            courseId: string;
                            courseTitle: string;
                            sectionId: string | null;
                            /** Format: uuid */
                            learnerId: string;
                            /** @description As the account is called today; empty after it was erased. */
                            learnerName: string;
                            /** @description Empty after the account was erased. */
                            email: string;
                            /** @enum {string} */
                            status: "active" | "suspended" | "revoked";
                            statusReason: string | null;
                            /** @description A person brought it to its status: no rule but voiding changes it again. */
                            isDecidedByHand: boolean;
                            /** Format: date-time */
                            issuedAt: string;
                            expiresAt: string | null;
                            isExpired: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Dashboard_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learners of the cohort by the sections of its course */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description Changes when a figure of the cohort changes; saves of answers and time change none. */
                        revision: string;
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
                            /** @description When the cohort wants it passed; nothing is locked then. */
                            dueAt: string | null;
                            /** @description Learners who passed, by the rule of the section. */
                            passed: number;
                            /** @description Learners with at least one attempt that is not voided. */
                            started: number;
                            /** @description passed / started; null while nobody has started. */
                            passRate: number | null;
                            /** @description Mean of the grades of those who have one. */
                            meanPercent: number | null;
                        }[];
                        totals: {
                            learners: number;
                            activeLast7Days: number;
                            /** @description Without voided ones. */
                            attempts: number;
                            /** @description Pairs of learner and section that they passed. */
                            passes: number;
                            /** @description Badges of this course that these learners hold now: neither suspended nor revoked. */
                            badges: number;
                            certificates: number;
                        };
                        learners: {
                            /** Format: uuid */
                            learnerId: string;
                            displayName: string;
                            sectionsPassed: number;
                            /** @description Newest of start, save and submission. */
                            lastActivityAt: string | null;
                            cells: {
                                /** Format: uuid */
                                sectionId: string;
                                /** @enum {string} */
                                state: "none" | "in_progress" | "submitted" | "failed" | "passed";
                                /** @description The grade, by the rule of the section; null before anything is graded. */
                                percent: number | null;
                                attempts: number;
                                lastActivityAt: string | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Nothing has changed since the ETag that If-None-Match names */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CohortRecords_readDueDates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When each section is due in this cohort; null where nothing is said */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The sections of the course as learners meet them, in order. */
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            dueAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CohortRecords_saveDueDates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string | null;
                };
            };
        };
        responses: {
            /** @description The dates after the change; they are shown to learners and lock nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The sections of the course as learners meet them, in order. */
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            dueAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                search?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learners of the cohort by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            learnerId: string;
                            displayName: string;
                            email: string;
                            /** Format: date-time */
                            enrolledAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emails: string[];
                    /**
                     * @description Whether addresses without an account get an invitation by mail.
                     * @default true
                     */
                    invite?: boolean;
                };
            };
        };
        responses: {
            /** @description What became of each address; a repeat changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One row per given address, in the given order. */
                        items: {
                            /** @description Of the file, from 1. */
                            line?: number;
                            email: string;
                            /** @description As the file says it; nothing is done with it: accounts carry their own. */
                            name?: string;
                            /** @enum {string} */
                            outcome: "enrolled" | "already_enrolled" | "invited" | "already_invited" | "unknown_address" | "duplicate" | "invalid" | "own_account" | "teaches_cohort" | "invitation_limit";
                            reason?: string;
                            /** Format: uuid */
                            learnerId?: string;
                        }[];
                        /** @description Together they are all rows. */
                        counts: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learners of the cohort as a CSV file that an import takes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                learnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learner is not in the cohort; what they achieved stays theirs */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_import: {
        parameters: {
            query?: {
                /** @description Says what would become of each row and changes nothing. */
                dryRun?: "true" | "false";
                /** @description Whether addresses without an account get an invitation by mail. */
                invite?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What became of each row of the CSV file, or with `dryRun` what would; a repeat changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One row per given address, in the given order. */
                        items: {
                            /** @description Of the file, from 1. */
                            line?: number;
                            email: string;
                            /** @description As the file says it; nothing is done with it: accounts carry their own. */
                            name?: string;
                            /** @enum {string} */
                            outcome: "enrolled" | "already_enrolled" | "invited" | "already_invited" | "unknown_address" | "duplicate" | "invalid" | "own_account" | "teaches_cohort" | "invitation_limit";
                            reason?: string;
                            /** Format: uuid */
                            learnerId?: string;
                        }[];
                        /** @description Together they are all rows. */
                        counts: {
                            [key: string]: number;
                        };
                        isDryRun: boolean;
                        /** @enum {string} */
                        delimiter: "," | ";" | "\t";
                        hasHeader: boolean;
                        ignoredColumns: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_removeAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    learnerIds: string[];
                };
            };
        };
        responses: {
            /** @description They are not in the cohort; what they achieved stays theirs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            learnerId: string;
                            /** @enum {string} */
                            outcome: "removed" | "not_in_cohort";
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Enrolments_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    learnerIds: string[];
                    /** Format: uuid */
                    toCohortId: string;
                };
            };
        };
        responses: {
            /** @description What became of each; progress, badges and accommodations go with the learner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            learnerId: string;
                            /**
                             * @description `already_there` were in both and are now only in the other.
                             * @enum {string}
                             */
                            outcome: "transferred" | "already_there" | "not_in_cohort" | "teaches_cohort" | "own_account";
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Dashboard_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per learner and section, with the numbers of the dashboard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CohortRecords_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who did what to whom in this cohort, newest first; nothing is ever taken out of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            act: "created" | "renamed" | "archived" | "unarchived" | "self_enrolment_opened" | "self_enrolment_closed" | "due_dates_changed" | "instructor_added" | "instructor_removed" | "enrolled" | "removed" | "left" | "transferred_in" | "transferred_out" | "invited" | "invitation_resent" | "invitation_withdrawn" | "invitation_refused" | "link_made" | "link_revoked";
                            actor: {
                                /** Format: uuid */
                                id: string;
                                /** @description Null when the account is gone. */
                                displayName: string | null;
                            };
                            /** @description The learner or instructor it was about. */
                            person: {
                                /** Format: uuid */
                                id: string;
                                /** @description Null when the account is gone. */
                                displayName: string | null;
                            } | null;
                            /** @description The address of an invitation. */
                            email: string | null;
                            /** @description `via` says how somebody came in; `before` and `after` what changed; `toCohort` and `fromCohort` name the other side of a transfer. */
                            detail: {
                                [key: string]: string | number | boolean | null;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Insights_read: {
        parameters: {
            query?: {
                /** @description First day, UTC; 30 days in all when left out. */
                from?: string;
                /** @description Last day, UTC; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the cohort gets on: by section, by grade and by day (UTC) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description Changes when a figure of the cohort changes. */
                        revision: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        /** @description Enrolled now. Every figure is about them, whenever they joined. */
                        learners: number;
                        /** @description Pairs of learner and section that were passed, of those that were started. */
                        passRate: number | null;
                        /** @description As it is now, whatever the period. */
                        funnel: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
                            dueAt: string | null;
                            enrolled: number;
                            /** @description At least one attempt that is not voided. */
                            started: number;
                            /** @description At least one of them is over. */
                            submitted: number;
                            /** @description By the rule of the section, as on the dashboard. */
                            passed: number;
                            /** @description passed / started; null while nobody has started. */
                            passRate: number | null;
                        }[];
                        /** @description Grades of the sections as they are now. */
                        distribution: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
                            /** @description Learners by grade: 0 to under 10 percent, and so on; the last one is 90 to 100. */
                            bins: number[];
                            graded: number;
                            meanPercent: number | null;
                        }[];
                        /** @description Of all passes, whatever the period. */
                        timeToPass: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
                            /** @description Who passed, and whose first start is known. */
                            learners: number;
                            /** @description From the first start to the pass. */
                            medianHours: number | null;
                            p90Hours: number | null;
                        }[];
                        /** @description Each day of the period. Voided attempts left no trace. */
                        activity: {
                            /**
                             * Format: date
                             * @description A day in UTC.
                             */
                            date: string;
                            /** @description Attempts begun that day. */
                            started: number;
                            /** @description Attempts whose grade was known that day. */
                            graded: number;
                            /** @description Of those, attempts that reached the pass mark. */
                            passed: number;
                            /** @description Learners who began, handed in or were graded that day. */
                            activeLearners: number;
                        }[];
                        credentials: {
                            /** @description In force now. */
                            badges: number;
                            certificates: number;
                            /** @description Issued that day and not revoked since; each day of the period. */
                            byDay: {
                                /** Format: date */
                                date: string;
                                badges: number;
                                certificates: number;
                            }[];
                        };
                        needsHelp: {
                            learners: number;
                            /** @description Learners per reason. */
                            byReason: {
                                stuck: number;
                                overdue: number;
                                failing: number;
                                idle: number;
                            };
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Insights_sectionsCsv: {
        parameters: {
            query?: {
                /** @description First day, UTC; 30 days in all when left out. */
                from?: string;
                /** @description Last day, UTC; today when left out. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per section with its funnel, grades and time to pass */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_addInstructorByAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description The person with this address teaches the cohort */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        displayName: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_addInstructor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person teaches the cohort */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cohorts_removeInstructor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person teaches the cohort no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invitations_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "pending" | "expired" | "accepted" | "withdrawn" | "refused" | "all";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Addresses without an account that were invited, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Empty when the person had everything about them erased. */
                            email: string;
                            /** @enum {string} */
                            state: "pending" | "expired" | "accepted" | "withdrawn" | "refused";
                            /** @description Why the person was not enrolled when they came. */
                            refusal: ("cohort_archived" | "inviter_lost_role" | "teaches_cohort") | null;
                            invitedBy: {
                                /** Format: uuid */
                                id: string;
                                displayName: string | null;
                            };
                            /** Format: date-time */
                            invitedAt: string;
                            /**
                             * Format: date-time
                             * @description The last time; each sending ends the link sent before.
                             */
                            sentAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            endedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invitations_limits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many invitations may leave, and how many did */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The limits are for so many hours back from now. */
                        hours: number;
                        /** @description Out of this cohort, whoever sent them. */
                        ofCohort: {
                            max: number;
                            sent: number;
                        };
                        /** @description By you, in all cohorts. */
                        ofPerson: {
                            max: number;
                            sent: number;
                        };
                        /** @description So many more can be sent from this cohort by you now; sent anew counts like sent. */
                        left: number;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invitations_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation holds no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Invitations_resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new message is on its way; the link sent before holds no more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Empty when the person had everything about them erased. */
                        email: string;
                        /** @enum {string} */
                        state: "pending" | "expired" | "accepted" | "withdrawn" | "refused";
                        /** @description Why the person was not enrolled when they came. */
                        refusal: ("cohort_archived" | "inviter_lost_role" | "teaches_cohort") | null;
                        invitedBy: {
                            /** Format: uuid */
                            id: string;
                            displayName: string | null;
                        };
                        /** Format: date-time */
                        invitedAt: string;
                        /**
                         * Format: date-time
                         * @description The last time; each sending ends the link sent before.
                         */
                        sentAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        endedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DrillDowns_learner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                learnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One learner of the cohort, section by section */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: date-time */
                        asOf: string;
                        learner: {
                            /** Format: uuid */
                            learnerId: string;
                            displayName: string;
                            email: string;
                            /** Format: date-time */
                            enrolledAt: string;
                            lastActivityAt: string | null;
                        };
                        sectionsPassed: number;
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
                            dueAt: string | null;
                            isOverdue: boolean;
                            /** @enum {string} */
                            state: "none" | "in_progress" | "submitted" | "failed" | "passed";
                            percent: number | null;
                            attempts: number;
                            /** @description Graded attempts without a pass since the last pass. */
                            failuresInRow: number;
                            /** @description First start. */
                            startedAt: string | null;
                            passedAt: string | null;
                            lastActivityAt: string | null;
                        }[];
                        /** @description Why this learner may need help; empty when nothing says so. */
                        reasons: {
                            /** @enum {string} */
                            code: "stuck" | "overdue" | "failing" | "idle";
                            /** @description For people. */
                            text: string;
                            sectionId: string | null;
                            /** Format: date-time */
                            since: string;
                        }[];
                        accommodation: {
                            timeFactor: number;
                            extraAttempts: number;
                            waivesCooldown: boolean;
                            /** Format: date-time */
                            grantedAt: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DrillDowns_timeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                learnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened to the learner in the course, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "enrolled" | "attempt_started" | "attempt_submitted" | "attempt_graded" | "attempt_regraded" | "attempt_voided" | "section_passed" | "credential" | "accommodation";
                            sectionId: string | null;
                            attemptId: string | null;
                            credentialId: string | null;
                            percent: number | null;
                            /** @description For people. */
                            text: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DrillDowns_timelineCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                learnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: the timeline, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links by which learners come in; their addresses are not kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first, at most 100. */
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "open" | "expired" | "full" | "revoked";
                            limit: number;
                            used: number;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: {
                                /** Format: uuid */
                                id: string;
                                displayName: string | null;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description At most 90 days from now.
                     */
                    expiresAt: string;
                    /** @description How many people may come in by it. */
                    limit: number;
                };
            };
        };
        responses: {
            /** @description A link with its address, which is shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "open" | "expired" | "full" | "revoked";
                        limit: number;
                        used: number;
                        /** Format: date-time */
                        expiresAt: string;
                        /** Format: date-time */
                        madeAt: string;
                        madeBy: {
                            /** Format: uuid */
                            id: string;
                            displayName: string | null;
                        };
                        /** @description Shown this once: only a hash of it is kept. Null when a repeat under one Idempotency-Key asks again. */
                        url: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody comes in by the link any more; those who did stay */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Live_watch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream: `figures` with the dashboard, then with what changed; `Last-Event-ID` is a `revision` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Insights_needsHelp: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only learners with this reason; all of their reasons are told. */
                reason?: "stuck" | "overdue" | "failing" | "idle";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Learners who may need help, by name, each with the reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            learnerId: string;
                            displayName: string;
                            email: string;
                            lastActivityAt: string | null;
                            /** @description Oldest first. */
                            reasons: {
                                /** @enum {string} */
                                code: "stuck" | "overdue" | "failing" | "idle";
                                /** @description For people. */
                                text: string;
                                sectionId: string | null;
                                /** Format: date-time */
                                since: string;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Insights_needsHelpCsv: {
        parameters: {
            query?: {
                /** @description Only learners with this reason; all of their reasons are told. */
                reason?: "stuck" | "overdue" | "failing" | "idle";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per learner who may need help and reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DrillDowns_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One section of the course, for the learners of the cohort */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: date-time */
                        asOf: string;
                        /** Format: uuid */
                        sectionId: string;
                        title: string;
                        position: number;
                        dueAt: string | null;
                        enrolled: number;
                        started: number;
                        submitted: number;
                        passed: number;
                        /** @description Not passed although it is past due. */
                        overdue: number;
                        passRate: number | null;
                        meanPercent: number | null;
                        /** @description As in the distribution of the cohort. */
                        bins: number[];
                        timeToPass: {
                            /** @description Who passed, and whose first start is known. */
                            learners: number;
                            /** @description From the first start to the pass. */
                            medianHours: number | null;
                            p90Hours: number | null;
                        };
                        /** @description How many learners took how many attempts; 10 stands for 10 and more. */
                        byAttempts: {
                            attempts: number;
                            learners: number;
                            passed: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DrillDowns_sectionLearners: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only learners with this state in the section. */
                state?: "none" | "in_progress" | "submitted" | "failed" | "passed";
            };
            header?: never;
            path: {
                id: string;
                sectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learners of the cohort in this section, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            learnerId: string;
                            displayName: string;
                            email: string;
                            /** @enum {string} */
                            state: "none" | "in_progress" | "submitted" | "failed" | "passed";
                            percent: number | null;
                            attempts: number;
                            /** @description Graded attempts without a pass since the last pass. */
                            failuresInRow: number;
                            /** @description First start. */
                            startedAt: string | null;
                            passedAt: string | null;
                            lastActivityAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DrillDowns_sectionLearnersCsv: {
        parameters: {
            query?: {
                /** @description Only learners with this state in the section. */
                state?: "none" | "in_progress" | "submitted" | "failed" | "passed";
            };
            header?: never;
            path: {
                id: string;
                sectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per learner of the cohort in this section */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_join: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are in the cohort; a repeat changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "enrolled" | "already_enrolled";
                        /** Format: uuid */
                        cohortId: string;
                        /** Format: uuid */
                        courseId: string;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Links_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are not in the cohort; what you achieved stays yours */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Catalog_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published courses by title */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                            sectionCount: number;
                            publication: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Catalog_outline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The live publication of a course, by id or slug; never its questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        title: string;
                        summary: string;
                        publication: number;
                        sections: {
                            /** Format: uuid */
                            id: string;
                            position: number;
                            title: string;
                            prose: string;
                            isRequired: boolean;
                            prerequisites: string[];
                            topics: {
                                id: string;
                                title: string;
                                prose: string;
                                resources: {
                                    id: string;
                                    title: string;
                                    url: string | null;
                                    kind: string;
                                }[];
                            }[];
                            resources: {
                                id: string;
                                title: string;
                                url: string | null;
                                kind: string;
                            }[];
                            quiz: {
                                /** @description Questions on one paper. */
                                questionCount: number;
                                /** @description Share of the maximum score needed to pass, 0 to 1. */
                                passMark: number;
                                timeLimitSeconds: number | null;
                                attemptsMax: number | null;
                                cooldownSeconds: number;
                                /**
                                 * @description Which attempt makes the grade; `mean` is over all.
                                 * @enum {string}
                                 */
                                aggregation: "best" | "latest" | "first" | "mean";
                                /** @description Working through the questions with immediate feedback; null where it is not offered. */
                                practice: {
                                    triesMax: number;
                                    /** @description Share of the mark, an exact decimal or ratio. */
                                    retryPenalty: string;
                                } | null;
                                opensAt: string | null;
                                closesAt: string | null;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MyCohorts_open: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cohorts of the course that you may join by yourself, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            instructors: string[];
                            /** @description Whether you are in it. */
                            isMine: boolean;
                            canLeave: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Overviews_course: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which sections lose people and which questions fail, at most a minute old */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        courseId: string;
                        title: string;
                        /** Format: date-time */
                        asOf: string;
                        /** @description Who began at least one attempt. */
                        learners: number;
                        cohorts: number;
                        /** @description In force now. */
                        certificates: number;
                        /** @description Attempts of a question before it is judged, as in the analysis of its section. */
                        judgedFrom: number;
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
                            started: number;
                            submitted: number;
                            passed: number;
                            passRate: number | null;
                            /** @description Their newest activity in the course was here, two weeks ago or longer, without finishing it. */
                            lost: number;
                            meanPercent: number | null;
                            timeToPass: {
                                /** @description Who passed, and whose first start is known. */
                                learners: number;
                                /** @description From the first start to the pass. */
                                medianHours: number | null;
                                p90Hours: number | null;
                            };
                            /** @description At most five that have attempts enough: flagged ones first, then those that earned least. */
                            worstQuestions: {
                                /** Format: uuid */
                                questionId: string;
                                version: number;
                                stemStart: string;
                                attempts: number;
                                facility: number | null;
                                discriminationIndex: number | null;
                                flags: {
                                    code: string;
                                    text: string;
                                }[];
                            }[];
                            /** @description Of the current ones, those that have too few attempts to be judged. */
                            unjudgedQuestions: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Overviews_courseCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per section and per question that fails */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Progress_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your progress; each locked section says why and until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        courseId: string;
                        /** @description Of the required sections. */
                        sectionsPassed: number;
                        sectionsRequired: number;
                        certificateId: string | null;
                        /** @description Standing adjustments that these figures take into account. */
                        accommodation: {
                            timeFactor: number;
                            extraAttempts: number;
                            waivesCooldown: boolean;
                        };
                        /** @description The first section in course order that is not passed and can be worked on. */
                        nextSectionId: string | null;
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            /** @enum {string} */
                            state: "locked" | "open" | "in_progress" | "passed";
                            /** @description Why no attempt can be started now; also given for a section that is passed. */
                            reasons: {
                                /** @enum {string} */
                                code: "prerequisite" | "cooldown" | "attempts_used" | "window_not_open" | "window_closed";
                                /** Format: uuid */
                                sectionId?: string;
                                /** Format: date-time */
                                until?: string;
                                text: string;
                            }[];
                            /**
                             * @description Which attempt makes the grade; `mean` is over all of them.
                             * @enum {string}
                             */
                            aggregation: "best" | "latest" | "first" | "mean";
                            /** @description Of the attempt that makes the grade; null under `mean`. */
                            score: number | null;
                            scoreMax: number | null;
                            /** @description The grade of the section; null while nothing is graded or shown. */
                            percent: number | null;
                            /** @description Attempts that ended with answers for a person to mark. */
                            waitingForMarks: number;
                            attemptsUsed: number;
                            attemptsLeft: number | null;
                            openAttemptId: string | null;
                            credentialId: string | null;
                            /** @description The earliest date of the cohorts you learn in; nothing is locked when it is over. */
                            dueAt: string | null;
                            lastActivityAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decisions_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "active" | "suspended" | "revoked";
                kind?: "section_badge" | "course_certificate";
                learnerId?: string;
                courseId?: string;
                /** @description Part of a name, an address or a title, or the whole id. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Badges and certificates of everybody, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "section_badge" | "course_certificate";
                            title: string;
                            /** Format: uuid */
                            courseId: string;
                            courseTitle: string;
                            sectionId: string | null;
                            /** Format: uuid */
                            learnerId: string;
                            /** @description As the account is called today; empty after it was erased. */
                            learnerName: string;
                            /** @description Empty after the account was erased. */
                            email: string;
                            /** @enum {string} */
                            status: "active" | "suspended" | "revoked";
                            statusReason: string | null;
                            /** @description A person brought it to its status: no rule but voiding changes it again. */
                            isDecidedByHand: boolean;
                            /** Format: date-time */
                            issuedAt: string;
                            expiresAt: string | null;
                            isExpired: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Credentials_read: {
        parameters: {
            query?: {
                format?: "json" | "json-ld" | "jwt" | "svg" | "png" | "pdf";
                size?: "a4" | "letter";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By the Accept header or `format`: JSON, the signed document (JSON-LD or JWT), the picture with the document inside (SVG, PNG), or a certificate (PDF) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "section_badge" | "course_certificate";
                        title: string;
                        /** Format: uuid */
                        courseId: string;
                        sectionId: string | null;
                        courseTitle: string;
                        /** @description Null where the holder does not show it to others, and once the account is erased. */
                        learnerName: string | null;
                        /** @description Whether others see the name of the holder. */
                        showsName: boolean;
                        /** Format: date-time */
                        issuedAt: string;
                        expiresAt: string | null;
                        isExpired: boolean;
                        /** @enum {string} */
                        status: "active" | "suspended" | "revoked";
                        /** @description Why it is suspended or revoked. */
                        statusReason: string | null;
                        /** @description When it came to this status. */
                        statusSince: string | null;
                        /**
                         * Format: uri
                         * @description The page for people who were sent this credential.
                         */
                        verifyUrl: string;
                        /** Format: uri */
                        imageUrl: string;
                        sharing: {
                            /** Format: uri */
                            url: string;
                            /**
                             * Format: uri
                             * @description Offers to add it to a LinkedIn profile, with every field filled in.
                             */
                            linkedIn: string;
                        };
                        description: string | null;
                        /** @description What it took. */
                        criteria: string | null;
                        issuerName: string;
                        /** @description As it was signed; null once the account is erased. */
                        document: {
                            [key: string]: unknown;
                        } | null;
                        hasJwt: boolean;
                        /** @description What was decided about it, oldest first. */
                        history: {
                            /** @enum {string} */
                            decision: "issued" | "suspended" | "kept" | "reinstated" | "revoked" | "renewed";
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description There is no such credential, or not in this form */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decisions_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was decided about a credential, by whom and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was decided about it, oldest first. */
                        items: {
                            /** @enum {string} */
                            decision: "issued" | "suspended" | "kept" | "reinstated" | "revoked" | "renewed";
                            reason: string;
                            /** @enum {string} */
                            cause: "graded" | "voided" | "regraded" | "marked" | "decided" | "erased" | "renewed";
                            /** Format: date-time */
                            at: string;
                            /** @description Who decided; null where a rule did. */
                            actor: {
                                /** Format: uuid */
                                id: string;
                                /** @description Empty after the account was erased. */
                                displayName: string;
                            } | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Credentials_social: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture that other sites show beside a link to the credential: 1200 x 630, PNG */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such credential */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Credentials_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the credential is valid today, and what each check found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isValid: boolean;
                        checks: {
                            /** @enum {string} */
                            name: "shape" | "proof" | "issuer" | "status" | "dates" | "subject";
                            /** @enum {string} */
                            outcome: "pass" | "fail" | "unknown";
                            detail: string;
                        }[];
                    };
                };
            };
            /** @description Too many credentials are being verified at this moment */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decisions_reinstate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, for the holder and for whoever verifies: it is shown publicly with the credential. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It counts again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was revoked, and that is final (`credential_revoked`), or it is not earned any more (`credential_not_earned`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Renewals_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The renewal that was open already, or waits for marks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        number: number;
                        /**
                         * @description `renewal` for the shorter quiz that renews a badge; it counts for nothing else.
                         * @enum {string}
                         */
                        purpose: "exam" | "renewal";
                        /** @enum {string} */
                        state: "in_progress" | "submitted" | "graded" | "voided";
                        /** Format: date-time */
                        startedAt: string;
                        deadlineAt: string | null;
                        /**
                         * Format: date-time
                         * @description For a clock that counts down to the deadline whatever the client believes the time is.
                         */
                        serverTime: string;
                        submittedAt: string | null;
                        endedBy: ("submitted" | "expired") | null;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        answers: {
                            /** Format: uuid */
                            questionId: string;
                            sequence: number;
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                        result: {
                            /** @description Null where the policy never shows scores, like scoreMax and percent. */
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            /** @description Null while answers wait for a mark, like score and gradedAt. */
                            hasPassed: boolean | null;
                            gradedAt: string | null;
                            next: {
                                canRetryAt: string | null;
                                attemptsLeft: number | null;
                            };
                            review: {
                                /** Format: uuid */
                                questionId: string;
                                /** @description Null while the policy keeps back what was right. */
                                outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                                score: number | null;
                                scoreMax: number;
                                /** @description Taken out by a regrade: it neither earns nor costs anything. */
                                isDropped: boolean;
                                /** @description A regrade gave the score, or kept it, whatever the key says of the answer now. */
                                isGranted: boolean;
                                /** @description The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one. */
                                regraded: {
                                    question: {
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                                        /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                                        stem: string;
                                        points: number;
                                        readonly options?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        unit?: string;
                                        /** @description Of a matching; each is matched to one of the choices. */
                                        readonly prompts?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly choices?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        /** @description Of an ordering, in the order to begin with. */
                                        readonly items?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly gaps?: {
                                            id: string;
                                            /** @enum {string} */
                                            kind: "text" | "number" | "choice";
                                            readonly options?: {
                                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                                id: string;
                                                text: string;
                                            }[];
                                            unit?: string;
                                        }[];
                                        essay?: {
                                            wordsMin: number | null;
                                            wordsMax: number | null;
                                            /** @enum {string} */
                                            format: "text" | "code";
                                            template: string;
                                        };
                                    };
                                    answer: ({
                                        choice: string;
                                    } | {
                                        choices: string[];
                                    } | {
                                        value: boolean;
                                    } | {
                                        text: string;
                                    } | {
                                        matches: {
                                            prompt: string;
                                            choice: string;
                                        }[];
                                    } | {
                                        order: string[];
                                    } | {
                                        gaps: ({
                                            gap: string;
                                            text: string;
                                        } | {
                                            gap: string;
                                            choice: string;
                                        })[];
                                    } | {
                                        essay: string;
                                    }) | null;
                                } | null;
                                /** @description Of a matching, ordering or cloze: how each prompt, item or gap did. */
                                parts: {
                                    partId: string;
                                    /** @enum {string} */
                                    outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                    feedback: string | null;
                                }[];
                                key: ({
                                    choice: string;
                                } | {
                                    choices: string[];
                                } | {
                                    value: boolean;
                                } | {
                                    text: string;
                                } | {
                                    matches: {
                                        prompt: string;
                                        choice: string;
                                    }[];
                                } | {
                                    order: string[];
                                } | {
                                    gaps: ({
                                        gap: string;
                                        text: string;
                                    } | {
                                        gap: string;
                                        choice: string;
                                    })[];
                                } | {
                                    essay: string;
                                }) | null;
                                /** @description About this answer. */
                                responseFeedback: string | null;
                                readonly optionFeedback: {
                                    optionId: string;
                                    isKey: boolean;
                                    feedback: string | null;
                                }[];
                                explanation: string | null;
                                /** @description What a person said who marked the answer. */
                                mark: {
                                    comment: string | null;
                                    criteria: {
                                        title: string;
                                        level: string;
                                        points: number | null;
                                        pointsMax: number | null;
                                    }[];
                                } | null;
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
                            /** @description What regrades changed, oldest first. */
                            regrades: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                scoreBefore: number | null;
                                scoreAfter: number | null;
                                hasPassedBefore: boolean | null;
                                hasPassedAfter: boolean;
                            }[];
                            /** @description Answers that wait for a mark. */
                            pendingCount: number;
                        } | null;
                    };
                };
            };
            /** @description A new attempt at the shorter quiz that renews the badge; it counts for nothing else */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        number: number;
                        /**
                         * @description `renewal` for the shorter quiz that renews a badge; it counts for nothing else.
                         * @enum {string}
                         */
                        purpose: "exam" | "renewal";
                        /** @enum {string} */
                        state: "in_progress" | "submitted" | "graded" | "voided";
                        /** Format: date-time */
                        startedAt: string;
                        deadlineAt: string | null;
                        /**
                         * Format: date-time
                         * @description For a clock that counts down to the deadline whatever the client believes the time is.
                         */
                        serverTime: string;
                        submittedAt: string | null;
                        endedBy: ("submitted" | "expired") | null;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        answers: {
                            /** Format: uuid */
                            questionId: string;
                            sequence: number;
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                        result: {
                            /** @description Null where the policy never shows scores, like scoreMax and percent. */
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            /** @description Null while answers wait for a mark, like score and gradedAt. */
                            hasPassed: boolean | null;
                            gradedAt: string | null;
                            next: {
                                canRetryAt: string | null;
                                attemptsLeft: number | null;
                            };
                            review: {
                                /** Format: uuid */
                                questionId: string;
                                /** @description Null while the policy keeps back what was right. */
                                outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                                score: number | null;
                                scoreMax: number;
                                /** @description Taken out by a regrade: it neither earns nor costs anything. */
                                isDropped: boolean;
                                /** @description A regrade gave the score, or kept it, whatever the key says of the answer now. */
                                isGranted: boolean;
                                /** @description The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one. */
                                regraded: {
                                    question: {
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                                        /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                                        stem: string;
                                        points: number;
                                        readonly options?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        unit?: string;
                                        /** @description Of a matching; each is matched to one of the choices. */
                                        readonly prompts?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly choices?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        /** @description Of an ordering, in the order to begin with. */
                                        readonly items?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly gaps?: {
                                            id: string;
                                            /** @enum {string} */
                                            kind: "text" | "number" | "choice";
                                            readonly options?: {
                                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                                id: string;
                                                text: string;
                                            }[];
                                            unit?: string;
                                        }[];
                                        essay?: {
                                            wordsMin: number | null;
                                            wordsMax: number | null;
                                            /** @enum {string} */
                                            format: "text" | "code";
                                            template: string;
                                        };
                                    };
                                    answer: ({
                                        choice: string;
                                    } | {
                                        choices: string[];
                                    } | {
                                        value: boolean;
                                    } | {
                                        text: string;
                                    } | {
                                        matches: {
                                            prompt: string;
                                            choice: string;
                                        }[];
                                    } | {
                                        order: string[];
                                    } | {
                                        gaps: ({
                                            gap: string;
                                            text: string;
                                        } | {
                                            gap: string;
                                            choice: string;
                                        })[];
                                    } | {
                                        essay: string;
                                    }) | null;
                                } | null;
                                /** @description Of a matching, ordering or cloze: how each prompt, item or gap did. */
                                parts: {
                                    partId: string;
                                    /** @enum {string} */
                                    outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                    feedback: string | null;
                                }[];
                                key: ({
                                    choice: string;
                                } | {
                                    choices: string[];
                                } | {
                                    value: boolean;
                                } | {
                                    text: string;
                                } | {
                                    matches: {
                                        prompt: string;
                                        choice: string;
                                    }[];
                                } | {
                                    order: string[];
                                } | {
                                    gaps: ({
                                        gap: string;
                                        text: string;
                                    } | {
                                        gap: string;
                                        choice: string;
                                    })[];
                                } | {
                                    essay: string;
                                }) | null;
                                /** @description About this answer. */
                                responseFeedback: string | null;
                                readonly optionFeedback: {
                                    optionId: string;
                                    isKey: boolean;
                                    feedback: string | null;
                                }[];
                                explanation: string | null;
                                /** @description What a person said who marked the answer. */
                                mark: {
                                    comment: string | null;
                                    criteria: {
                                        title: string;
                                        level: string;
                                        points: number | null;
                                        pointsMax: number | null;
                                    }[];
                                } | null;
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
                            /** @description What regrades changed, oldest first. */
                            regrades: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                scoreBefore: number | null;
                                scoreAfter: number | null;
                                hasPassedBefore: boolean | null;
                                hasPassedAfter: boolean;
                            }[];
                            /** @description Answers that wait for a mark. */
                            pendingCount: number;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decisions_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, for the holder and for whoever verifies: it is shown publicly with the credential. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is revoked for good */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Decisions_suspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, for the holder and for whoever verifies: it is shown publicly with the credential. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is suspended until somebody reinstates it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It was revoked, and that is final (`credential_revoked`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Issuer_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who issues the credentials: an Open Badges profile with its keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Issuer_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every key there was, newest first: which signs, which waits, which is retired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kid: string;
                            /**
                             * @description `ed25519` signs documents (Data Integrity), `rsa` the same as JWT (RS256).
                             * @enum {string}
                             */
                            kind: "ed25519" | "rsa";
                            /**
                             * Format: uri
                             * @description Where its public half is found, for ever.
                             */
                            url: string;
                            /** @enum {string} */
                            use: "waiting" | "signing" | "retired";
                            /** @description False for retired keys whose private half was dropped. */
                            hasPrivateHalf: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            signsFrom: string;
                            /** @description Null for the first keys, which the service made. */
                            madeBy: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Issuer_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A public key that signed credentials: a Multikey, or a JWK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Issuer_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /**
                     * Format: date-time
                     * @description From when the new keys sign: in one minute to thirty days; ten minutes from now unless told.
                     */
                    signsFrom?: string;
                };
            };
        };
        responses: {
            /** @description New keys are published, and sign from the moment stated; old ones verify for ever */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kid: string;
                            /**
                             * @description `ed25519` signs documents (Data Integrity), `rsa` the same as JWT (RS256).
                             * @enum {string}
                             */
                            kind: "ed25519" | "rsa";
                            /**
                             * Format: uri
                             * @description Where its public half is found, for ever.
                             */
                            url: string;
                            /** @enum {string} */
                            use: "waiting" | "signing" | "retired";
                            /** @description False for retired keys whose private half was dropped. */
                            hasPrivateHalf: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            signsFrom: string;
                            /** @description Null for the first keys, which the service made. */
                            madeBy: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Marking_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sectionId?: string;
                /** @description Learners who are in this cohort now. */
                cohortId?: string;
                state?: "pending" | "marked";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answers that wait for a mark, longest wait first; or marked ones, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            attemptId: string;
                            /** Format: uuid */
                            questionId: string;
                            /** Format: uuid */
                            learnerId: string;
                            /** @description Empty while the name is not known. */
                            learnerName: string;
                            /** Format: uuid */
                            courseId: string;
                            /** Format: uuid */
                            sectionId: string;
                            sectionTitle: string;
                            /** @description Of the attempt. */
                            number: number;
                            /** Format: date-time */
                            submittedAt: string;
                            markedAt: string | null;
                            share: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Marking_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attemptId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer with its question, rubric and mark; the ETag is the version of the mark */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        questionId: string;
                        /** Format: uuid */
                        learnerId: string;
                        /** @description Empty while the name is not known. */
                        learnerName: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        /** @description Of the attempt. */
                        number: number;
                        /** Format: date-time */
                        submittedAt: string;
                        /** @description Of the mark; 0 while there is none. Its ETag. */
                        version: number;
                        stem: string;
                        points: number;
                        /** @enum {string} */
                        format: "text" | "code";
                        wordsMin: number | null;
                        wordsMax: number | null;
                        explanation: string | null;
                        answer: string;
                        rubric: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: number;
                            }[];
                        }[];
                        markerNotes: string | null;
                        mark: {
                            share: number;
                            score: number;
                            /** @description By criterion, the id of the level. */
                            levels: {
                                [key: string]: string;
                            } | null;
                            comment: string | null;
                            /** Format: uuid */
                            markedBy: string;
                            markedByName: string;
                            /** Format: date-time */
                            markedAt: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Marking_mark: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                attemptId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By criterion, the id of the level; where the question has a rubric. */
                    levels?: {
                        [key: string]: string;
                    };
                    /** @description Of the mark, 0 to 1, exact: 0.75 or 3/4; where it has none. */
                    share?: string;
                    /** @description For the learner. */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description The mark; the attempt is graded when nothing waits any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attemptId: string;
                        /** Format: uuid */
                        questionId: string;
                        /** Format: uuid */
                        learnerId: string;
                        /** @description Empty while the name is not known. */
                        learnerName: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        /** @description Of the attempt. */
                        number: number;
                        /** Format: date-time */
                        submittedAt: string;
                        /** @description Of the mark; 0 while there is none. Its ETag. */
                        version: number;
                        stem: string;
                        points: number;
                        /** @enum {string} */
                        format: "text" | "code";
                        wordsMin: number | null;
                        wordsMax: number | null;
                        explanation: string | null;
                        answer: string;
                        rubric: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: number;
                            }[];
                        }[];
                        markerNotes: string | null;
                        mark: {
                            share: number;
                            score: number;
                            /** @description By criterion, the id of the level. */
                            levels: {
                                [key: string]: string;
                            } | null;
                            comment: string | null;
                            /** Format: uuid */
                            markedBy: string;
                            markedByName: string;
                            /** Format: date-time */
                            markedAt: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Accommodations_own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extra time and attempts that you have, and whether you need not wait between attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        learnerId: string;
                        timeFactor: number;
                        extraAttempts: number;
                        waivesCooldown: boolean;
                        /** @description Null while nothing has been granted. */
                        grantedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MyCohorts_mine: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cohorts you learn in, with what is due when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            isArchived: boolean;
                            course: {
                                /** Format: uuid */
                                id: string;
                                slug: string;
                                title: string;
                            };
                            instructors: string[];
                            /** Format: date-time */
                            enrolledAt: string;
                            /** @description You came in by yourself; whom an instructor enrolled asks them. */
                            canLeave: boolean;
                            dueDates: {
                                /** Format: uuid */
                                sectionId: string;
                                title: string;
                                /** Format: date-time */
                                dueAt: string;
                                hasPassed: boolean;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Credentials_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only this one: an empty page says that it is not yours. */
                id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your badges and certificates, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "section_badge" | "course_certificate";
                            title: string;
                            /** Format: uuid */
                            courseId: string;
                            sectionId: string | null;
                            courseTitle: string;
                            /** @description Null where the holder does not show it to others, and once the account is erased. */
                            learnerName: string | null;
                            /** @description Whether others see the name of the holder. */
                            showsName: boolean;
                            /** Format: date-time */
                            issuedAt: string;
                            expiresAt: string | null;
                            isExpired: boolean;
                            /** @enum {string} */
                            status: "active" | "suspended" | "revoked";
                            /** @description Why it is suspended or revoked. */
                            statusReason: string | null;
                            /** @description When it came to this status. */
                            statusSince: string | null;
                            /**
                             * Format: uri
                             * @description The page for people who were sent this credential.
                             */
                            verifyUrl: string;
                            /** Format: uri */
                            imageUrl: string;
                            sharing: {
                                /** Format: uri */
                                url: string;
                                /**
                                 * Format: uri
                                 * @description Offers to add it to a LinkedIn profile, with every field filled in.
                                 */
                                linkedIn: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Credentials_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    showsName: boolean;
                };
            };
        };
        responses: {
            /** @description The credential with what others see of it from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "section_badge" | "course_certificate";
                        title: string;
                        /** Format: uuid */
                        courseId: string;
                        sectionId: string | null;
                        courseTitle: string;
                        /** @description Null where the holder does not show it to others, and once the account is erased. */
                        learnerName: string | null;
                        /** @description Whether others see the name of the holder. */
                        showsName: boolean;
                        /** Format: date-time */
                        issuedAt: string;
                        expiresAt: string | null;
                        isExpired: boolean;
                        /** @enum {string} */
                        status: "active" | "suspended" | "revoked";
                        /** @description Why it is suspended or revoked. */
                        statusReason: string | null;
                        /** @description When it came to this status. */
                        statusSince: string | null;
                        /**
                         * Format: uri
                         * @description The page for people who were sent this credential.
                         */
                        verifyUrl: string;
                        /** Format: uri */
                        imageUrl: string;
                        sharing: {
                            /** Format: uri */
                            url: string;
                            /**
                             * Format: uri
                             * @description Offers to add it to a LinkedIn profile, with every field filled in.
                             */
                            linkedIn: string;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Renewals_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What of yours ends within 90 days or has ended, the first to end first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            credentialId: string;
                            /** @enum {string} */
                            kind: "section_badge" | "course_certificate";
                            title: string;
                            /** Format: uuid */
                            courseId: string;
                            sectionId: string | null;
                            expiresAt: string | null;
                            isExpired: boolean;
                            /** @description From when on it can be renewed. */
                            opensAt: string | null;
                            /** @description Of the shorter quiz; null for a certificate, which has none. */
                            questionCount: number | null;
                            timeLimitSeconds: number | null;
                            /** @description After a failed renewal a break may be due; null where waiting does not help. */
                            canStartAt: string | null;
                            /** @description A renewal that is under way, or waits for marks. */
                            openAttemptId: string | null;
                            /** @description Of a certificate: the required sections whose badges have to hold longer first. */
                            waitsFor: {
                                /** Format: uuid */
                                sectionId: string;
                                title: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Overviews_platform: {
        parameters: {
            query?: {
                /** @description First day, UTC; 30 days in all when left out. */
                from?: string;
                /** @description Last day, UTC; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole platform, at most a minute old */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        people: {
                            total: number;
                            suspended: number;
                            byRole: {
                                learner: number;
                                author: number;
                                instructor: number;
                                admin: number;
                            };
                        };
                        courses: {
                            live: number;
                            archived: number;
                        };
                        cohorts: {
                            active: number;
                            archived: number;
                            /** @description In cohorts that are not archived. */
                            enrolments: number;
                        };
                        learning: {
                            /** @description Not voided, since the beginning. */
                            attempts: number;
                            /** @description Pairs of learner and section that were passed. */
                            passes: number;
                            /** @description Learners. */
                            activeLast7Days: number;
                            activeLast30Days: number;
                        };
                        credentials: {
                            /** @description In force now. */
                            badges: number;
                            certificates: number;
                            suspended: number;
                            revoked: number;
                        };
                        activity: {
                            /**
                             * Format: date
                             * @description A day in UTC.
                             */
                            date: string;
                            /** @description Attempts begun that day. */
                            started: number;
                            /** @description Attempts whose grade was known that day. */
                            graded: number;
                            /** @description Of those, attempts that reached the pass mark. */
                            passed: number;
                            /** @description Learners who began, handed in or were graded that day. */
                            activeLearners: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Overviews_platformCsv: {
        parameters: {
            query?: {
                /** @description First day, UTC; 30 days in all when left out. */
                from?: string;
                /** @description Last day, UTC; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per figure of the platform */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Overviews_activityCsv: {
        parameters: {
            query?: {
                /** @description First day, UTC; 30 days in all when left out. */
                from?: string;
                /** @description Last day, UTC; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: one row per day of the period (UTC) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Practice_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions, and how far you are with each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
                        /** @description Per question. */
                        triesMax: number;
                        /** @description Share of the mark that each try after the first costs. */
                        retryPenalty: string;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        /** @description One per question, in the same order. */
                        states: {
                            /** Format: uuid */
                            questionId: string;
                            triesUsed: number;
                            triesLeft: number;
                            isDone: boolean;
                            /** @description Of the last try. */
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description Of the last try; null before it, and where the policy keeps it back. */
                            outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                            /** @description Of the best try, less what earlier tries cost. */
                            score: number | null;
                            scoreMax: number;
                            /** @description Points that the tries so far cost the next one. */
                            penalty: number;
                            /** @description The newest one. */
                            hint: string | null;
                            /** @description All that were earned, oldest first. */
                            hints: string[];
                            parts: {
                                partId: string;
                                /** @enum {string} */
                                outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                feedback: string | null;
                            }[];
                            responseFeedback: string | null;
                            /** @description Of the chosen options; of all of them, with the key, when the question is done. */
                            optionFeedback: {
                                optionId: string;
                                isKey: boolean | null;
                                feedback: string | null;
                            }[];
                            /** @description When the question is done. */
                            key: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description When the question is done. */
                            explanation: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Practice_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: {
                        choice: string;
                    } | {
                        choices: string[];
                    } | {
                        value: boolean;
                    } | {
                        text: string;
                    } | {
                        matches: {
                            prompt: string;
                            choice: string;
                        }[];
                    } | {
                        order: string[];
                    } | {
                        gaps: ({
                            gap: string;
                            text: string;
                        } | {
                            gap: string;
                            choice: string;
                        })[];
                    } | {
                        essay: string;
                    };
                    /** @description Which try this is, counted from 1: a request that is repeated then counts once. */
                    number?: number;
                };
            };
        };
        responses: {
            /** @description What became of the try, as far as the policy shows it at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        questionId: string;
                        triesUsed: number;
                        triesLeft: number;
                        isDone: boolean;
                        /** @description Of the last try. */
                        answer: ({
                            choice: string;
                        } | {
                            choices: string[];
                        } | {
                            value: boolean;
                        } | {
                            text: string;
                        } | {
                            matches: {
                                prompt: string;
                                choice: string;
                            }[];
                        } | {
                            order: string[];
                        } | {
                            gaps: ({
                                gap: string;
                                text: string;
                            } | {
                                gap: string;
                                choice: string;
                            })[];
                        } | {
                            essay: string;
                        }) | null;
                        /** @description Of the last try; null before it, and where the policy keeps it back. */
                        outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                        /** @description Of the best try, less what earlier tries cost. */
                        score: number | null;
                        scoreMax: number;
                        /** @description Points that the tries so far cost the next one. */
                        penalty: number;
                        /** @description The newest one. */
                        hint: string | null;
                        /** @description All that were earned, oldest first. */
                        hints: string[];
                        parts: {
                            partId: string;
                            /** @enum {string} */
                            outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                            feedback: string | null;
                        }[];
                        responseFeedback: string | null;
                        /** @description Of the chosen options; of all of them, with the key, when the question is done. */
                        optionFeedback: {
                            optionId: string;
                            isKey: boolean | null;
                            feedback: string | null;
                        }[];
                        /** @description When the question is done. */
                        key: ({
                            choice: string;
                        } | {
                            choices: string[];
                        } | {
                            value: boolean;
                        } | {
                            text: string;
                        } | {
                            matches: {
                                prompt: string;
                                choice: string;
                            }[];
                        } | {
                            order: string[];
                        } | {
                            gaps: ({
                                gap: string;
                                text: string;
                            } | {
                                gap: string;
                                choice: string;
                            })[];
                        } | {
                            essay: string;
                        }) | null;
                        /** @description When the question is done. */
                        explanation: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Practice_finish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finished session; it stays readable */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
                        /** @description Per question. */
                        triesMax: number;
                        /** @description Share of the mark that each try after the first costs. */
                        retryPenalty: string;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        /** @description One per question, in the same order. */
                        states: {
                            /** Format: uuid */
                            questionId: string;
                            triesUsed: number;
                            triesLeft: number;
                            isDone: boolean;
                            /** @description Of the last try. */
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description Of the last try; null before it, and where the policy keeps it back. */
                            outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                            /** @description Of the best try, less what earlier tries cost. */
                            score: number | null;
                            scoreMax: number;
                            /** @description Points that the tries so far cost the next one. */
                            penalty: number;
                            /** @description The newest one. */
                            hint: string | null;
                            /** @description All that were earned, oldest first. */
                            hints: string[];
                            parts: {
                                partId: string;
                                /** @enum {string} */
                                outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                feedback: string | null;
                            }[];
                            responseFeedback: string | null;
                            /** @description Of the chosen options; of all of them, with the key, when the question is done. */
                            optionFeedback: {
                                optionId: string;
                                isKey: boolean | null;
                                feedback: string | null;
                            }[];
                            /** @description When the question is done. */
                            key: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description When the question is done. */
                            explanation: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The regrade, how far it is, and what it changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: uuid */
                        questionId: string;
                        fromVersions: number[];
                        toVersion: number;
                        /**
                         * @description Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.
                         * @enum {string}
                         */
                        policy: "recompute" | "keep_better" | "full_marks" | "drop";
                        /**
                         * @description What happens to a badge or certificate that is not earned any more.
                         * @enum {string}
                         */
                        credentials: "suspend" | "keep";
                        reason: string;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "applying" | "applied" | "failed" | "discarded";
                        failure: string | null;
                        /** @description Attempts of the section that the present walk has seen. */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description Of the dry run; once applying has begun, of what has been done. */
                        summary: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        };
                        /** @description What the dry run said, once applying has begun. */
                        preview: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        } | null;
                        /** Format: date-time */
                        madeAt: string;
                        previewedAt: string | null;
                        appliedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_changes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                only?: "all" | "score_up" | "score_down" | "passes" | "badges" | "unlocks";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every attempt that changes, by learner; of the dry run until applying begins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            learnerId: string;
                            learnerName: string | null;
                            /** Format: uuid */
                            attemptId: string;
                            number: number;
                            /** @description Null where the attempt waited for marks. */
                            scoreBefore: number | null;
                            scoreAfter: number;
                            scoreMaxBefore: number | null;
                            scoreMaxAfter: number;
                            percentBefore: number | null;
                            percentAfter: number;
                            hasPassedBefore: boolean | null;
                            hasPassedAfter: boolean;
                            /**
                             * @description Of the learner, as all that follows: beside their newest attempt.
                             * @enum {string}
                             */
                            section: "none" | "passed" | "lost";
                            /** @enum {string} */
                            badge: "none" | "issue" | "reinstate" | "suspend" | "keep";
                            /** @enum {string} */
                            certificate: "none" | "issue" | "reinstate" | "suspend" | "keep";
                            unlocks: {
                                /** Format: uuid */
                                sectionId: string;
                                title: string;
                                /** @enum {string} */
                                effect: "gained" | "lost";
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_apply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The regrade under way; the same on every repeat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: uuid */
                        questionId: string;
                        fromVersions: number[];
                        toVersion: number;
                        /**
                         * @description Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.
                         * @enum {string}
                         */
                        policy: "recompute" | "keep_better" | "full_marks" | "drop";
                        /**
                         * @description What happens to a badge or certificate that is not earned any more.
                         * @enum {string}
                         */
                        credentials: "suspend" | "keep";
                        reason: string;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "applying" | "applied" | "failed" | "discarded";
                        failure: string | null;
                        /** @description Attempts of the section that the present walk has seen. */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description Of the dry run; once applying has begun, of what has been done. */
                        summary: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        };
                        /** @description What the dry run said, once applying has begun. */
                        preview: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        } | null;
                        /** Format: date-time */
                        madeAt: string;
                        previewedAt: string | null;
                        appliedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The discarded regrade */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: uuid */
                        questionId: string;
                        fromVersions: number[];
                        toVersion: number;
                        /**
                         * @description Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.
                         * @enum {string}
                         */
                        policy: "recompute" | "keep_better" | "full_marks" | "drop";
                        /**
                         * @description What happens to a badge or certificate that is not earned any more.
                         * @enum {string}
                         */
                        credentials: "suspend" | "keep";
                        reason: string;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "applying" | "applied" | "failed" | "discarded";
                        failure: string | null;
                        /** @description Attempts of the section that the present walk has seen. */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description Of the dry run; once applying has begun, of what has been done. */
                        summary: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        };
                        /** @description What the dry run said, once applying has begun. */
                        preview: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        } | null;
                        /** Format: date-time */
                        madeAt: string;
                        previewedAt: string | null;
                        appliedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your attempts at a section, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            /** @enum {string} */
                            state: "in_progress" | "submitted" | "graded" | "voided";
                            /** Format: date-time */
                            startedAt: string;
                            deadlineAt: string | null;
                            submittedAt: string | null;
                            endedBy: ("submitted" | "expired") | null;
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            hasPassed: boolean | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempt that was open already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        number: number;
                        /**
                         * @description `renewal` for the shorter quiz that renews a badge; it counts for nothing else.
                         * @enum {string}
                         */
                        purpose: "exam" | "renewal";
                        /** @enum {string} */
                        state: "in_progress" | "submitted" | "graded" | "voided";
                        /** Format: date-time */
                        startedAt: string;
                        deadlineAt: string | null;
                        /**
                         * Format: date-time
                         * @description For a clock that counts down to the deadline whatever the client believes the time is.
                         */
                        serverTime: string;
                        submittedAt: string | null;
                        endedBy: ("submitted" | "expired") | null;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        answers: {
                            /** Format: uuid */
                            questionId: string;
                            sequence: number;
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                        result: {
                            /** @description Null where the policy never shows scores, like scoreMax and percent. */
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            /** @description Null while answers wait for a mark, like score and gradedAt. */
                            hasPassed: boolean | null;
                            gradedAt: string | null;
                            next: {
                                canRetryAt: string | null;
                                attemptsLeft: number | null;
                            };
                            review: {
                                /** Format: uuid */
                                questionId: string;
                                /** @description Null while the policy keeps back what was right. */
                                outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                                score: number | null;
                                scoreMax: number;
                                /** @description Taken out by a regrade: it neither earns nor costs anything. */
                                isDropped: boolean;
                                /** @description A regrade gave the score, or kept it, whatever the key says of the answer now. */
                                isGranted: boolean;
                                /** @description The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one. */
                                regraded: {
                                    question: {
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                                        /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                                        stem: string;
                                        points: number;
                                        readonly options?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        unit?: string;
                                        /** @description Of a matching; each is matched to one of the choices. */
                                        readonly prompts?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly choices?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        /** @description Of an ordering, in the order to begin with. */
                                        readonly items?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly gaps?: {
                                            id: string;
                                            /** @enum {string} */
                                            kind: "text" | "number" | "choice";
                                            readonly options?: {
                                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                                id: string;
                                                text: string;
                                            }[];
                                            unit?: string;
                                        }[];
                                        essay?: {
                                            wordsMin: number | null;
                                            wordsMax: number | null;
                                            /** @enum {string} */
                                            format: "text" | "code";
                                            template: string;
                                        };
                                    };
                                    answer: ({
                                        choice: string;
                                    } | {
                                        choices: string[];
                                    } | {
                                        value: boolean;
                                    } | {
                                        text: string;
                                    } | {
                                        matches: {
                                            prompt: string;
                                            choice: string;
                                        }[];
                                    } | {
                                        order: string[];
                                    } | {
                                        gaps: ({
                                            gap: string;
                                            text: string;
                                        } | {
                                            gap: string;
                                            choice: string;
                                        })[];
                                    } | {
                                        essay: string;
                                    }) | null;
                                } | null;
                                /** @description Of a matching, ordering or cloze: how each prompt, item or gap did. */
                                parts: {
                                    partId: string;
                                    /** @enum {string} */
                                    outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                    feedback: string | null;
                                }[];
                                key: ({
                                    choice: string;
                                } | {
                                    choices: string[];
                                } | {
                                    value: boolean;
                                } | {
                                    text: string;
                                } | {
                                    matches: {
                                        prompt: string;
                                        choice: string;
                                    }[];
                                } | {
                                    order: string[];
                                } | {
                                    gaps: ({
                                        gap: string;
                                        text: string;
                                    } | {
                                        gap: string;
                                        choice: string;
                                    })[];
                                } | {
                                    essay: string;
                                }) | null;
                                /** @description About this answer. */
                                responseFeedback: string | null;
                                readonly optionFeedback: {
                                    optionId: string;
                                    isKey: boolean;
                                    feedback: string | null;
                                }[];
                                explanation: string | null;
                                /** @description What a person said who marked the answer. */
                                mark: {
                                    comment: string | null;
                                    criteria: {
                                        title: string;
                                        level: string;
                                        points: number | null;
                                        pointsMax: number | null;
                                    }[];
                                } | null;
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
                            /** @description What regrades changed, oldest first. */
                            regrades: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                scoreBefore: number | null;
                                scoreAfter: number | null;
                                hasPassedBefore: boolean | null;
                                hasPassedAfter: boolean;
                            }[];
                            /** @description Answers that wait for a mark. */
                            pendingCount: number;
                        } | null;
                    };
                };
            };
            /** @description A new attempt with its paper */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        number: number;
                        /**
                         * @description `renewal` for the shorter quiz that renews a badge; it counts for nothing else.
                         * @enum {string}
                         */
                        purpose: "exam" | "renewal";
                        /** @enum {string} */
                        state: "in_progress" | "submitted" | "graded" | "voided";
                        /** Format: date-time */
                        startedAt: string;
                        deadlineAt: string | null;
                        /**
                         * Format: date-time
                         * @description For a clock that counts down to the deadline whatever the client believes the time is.
                         */
                        serverTime: string;
                        submittedAt: string | null;
                        endedBy: ("submitted" | "expired") | null;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        answers: {
                            /** Format: uuid */
                            questionId: string;
                            sequence: number;
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** Format: date-time */
                            savedAt: string;
                        }[];
                        result: {
                            /** @description Null where the policy never shows scores, like scoreMax and percent. */
                            score: number | null;
                            scoreMax: number | null;
                            percent: number | null;
                            /** @description Null while answers wait for a mark, like score and gradedAt. */
                            hasPassed: boolean | null;
                            gradedAt: string | null;
                            next: {
                                canRetryAt: string | null;
                                attemptsLeft: number | null;
                            };
                            review: {
                                /** Format: uuid */
                                questionId: string;
                                /** @description Null while the policy keeps back what was right. */
                                outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                                score: number | null;
                                scoreMax: number;
                                /** @description Taken out by a regrade: it neither earns nor costs anything. */
                                isDropped: boolean;
                                /** @description A regrade gave the score, or kept it, whatever the key says of the answer now. */
                                isGranted: boolean;
                                /** @description The question as it reads in the version that graded the answer, where that is not the one on the paper. The ids in parts, key and optionFeedback are then those of this one. */
                                regraded: {
                                    question: {
                                        /** Format: uuid */
                                        id: string;
                                        /** @enum {string} */
                                        type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                                        /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                                        stem: string;
                                        points: number;
                                        readonly options?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        unit?: string;
                                        /** @description Of a matching; each is matched to one of the choices. */
                                        readonly prompts?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly choices?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        /** @description Of an ordering, in the order to begin with. */
                                        readonly items?: {
                                            /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                            id: string;
                                            text: string;
                                        }[];
                                        readonly gaps?: {
                                            id: string;
                                            /** @enum {string} */
                                            kind: "text" | "number" | "choice";
                                            readonly options?: {
                                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                                id: string;
                                                text: string;
                                            }[];
                                            unit?: string;
                                        }[];
                                        essay?: {
                                            wordsMin: number | null;
                                            wordsMax: number | null;
                                            /** @enum {string} */
                                            format: "text" | "code";
                                            template: string;
                                        };
                                    };
                                    answer: ({
                                        choice: string;
                                    } | {
                                        choices: string[];
                                    } | {
                                        value: boolean;
                                    } | {
                                        text: string;
                                    } | {
                                        matches: {
                                            prompt: string;
                                            choice: string;
                                        }[];
                                    } | {
                                        order: string[];
                                    } | {
                                        gaps: ({
                                            gap: string;
                                            text: string;
                                        } | {
                                            gap: string;
                                            choice: string;
                                        })[];
                                    } | {
                                        essay: string;
                                    }) | null;
                                } | null;
                                /** @description Of a matching, ordering or cloze: how each prompt, item or gap did. */
                                parts: {
                                    partId: string;
                                    /** @enum {string} */
                                    outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                    feedback: string | null;
                                }[];
                                key: ({
                                    choice: string;
                                } | {
                                    choices: string[];
                                } | {
                                    value: boolean;
                                } | {
                                    text: string;
                                } | {
                                    matches: {
                                        prompt: string;
                                        choice: string;
                                    }[];
                                } | {
                                    order: string[];
                                } | {
                                    gaps: ({
                                        gap: string;
                                        text: string;
                                    } | {
                                        gap: string;
                                        choice: string;
                                    })[];
                                } | {
                                    essay: string;
                                }) | null;
                                /** @description About this answer. */
                                responseFeedback: string | null;
                                readonly optionFeedback: {
                                    optionId: string;
                                    isKey: boolean;
                                    feedback: string | null;
                                }[];
                                explanation: string | null;
                                /** @description What a person said who marked the answer. */
                                mark: {
                                    comment: string | null;
                                    criteria: {
                                        title: string;
                                        level: string;
                                        points: number | null;
                                        pointsMax: number | null;
                                    }[];
                                } | null;
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
                            /** @description What regrades changed, oldest first. */
                            regrades: {
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                scoreBefore: number | null;
                                scoreAfter: number | null;
                                hasPassedBefore: boolean | null;
                                hasPassedAfter: boolean;
                            }[];
                            /** @description Answers that wait for a mark. */
                            pendingCount: number;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Challenges_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "open" | "accepted" | "declined";
                questionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What learners say is wrong with the questions of a section, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            attemptId: string;
                            /** Format: uuid */
                            questionId: string;
                            text: string;
                            /** @enum {string} */
                            state: "open" | "accepted" | "declined";
                            reply: string | null;
                            /** Format: date-time */
                            madeAt: string;
                            resolvedAt: string | null;
                            /** Format: uuid */
                            learnerId: string;
                            learnerName: string | null;
                            /** @description As the learner met it. */
                            questionVersion: number;
                            publication: number;
                            stemStart: string;
                            /** @description Open challenges of this question, whatever its version. */
                            questionOpen: number;
                            /** @description All challenges of this question. */
                            questionTotal: number;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_read: {
        parameters: {
            query?: {
                /** @description Of each learner; best is the highest percent, the earlier of two equal ones. */
                attempts?: "first" | "best" | "latest" | "all";
                /** @description Only attempts at this publication. */
                publication?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the questions of the section did, version by version, and the quiz as a whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        sectionId: string;
                        title: string;
                        /** @enum {string} */
                        attempts: "first" | "best" | "latest" | "all";
                        publication: number | null;
                        quiz: {
                            attempts: number;
                            /** @description Points, as the other figures of the quiz unless something else is said. */
                            mean: number | null;
                            median: number | null;
                            standardDeviation: number | null;
                            /** @description No unit. */
                            skewness: number | null;
                            /** @description No unit. */
                            kurtosis: number | null;
                            /** @description Percent, may be negative. */
                            internalConsistency: number | null;
                            /** @description Percent. */
                            errorRatio: number | null;
                            standardError: number | null;
                        };
                        questions: {
                            /** Format: uuid */
                            questionId: string;
                            version: number;
                            /** @description In the publication looked at, from 1; null when it is not there any more. */
                            position: number | null;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            stemStart: string;
                            points: number;
                            /** @description Behind every figure of the question. */
                            attempts: number;
                            /** @description Share of the mark earned on average; below 0 when wrong answers cost more. */
                            facility: number | null;
                            /** @description Points. */
                            standardDeviation: number | null;
                            /** @description Percent, -100 to 100. */
                            discriminationIndex: number | null;
                            /** @description Percent. */
                            discriminativeEfficiency: number | null;
                            /** @description Share of what papers can earn. */
                            intendedWeight: number | null;
                            /** @description Percent; null where the question is not on every paper. */
                            effectiveWeight: number | null;
                            /** @description Why there is no effective weight: better learners earn less here. */
                            hasNegativeCovariance: boolean;
                            /** @description Share of the mark that blind guessing earns. */
                            randomGuessScore: number | null;
                            /** @description Time on the question, within 3 %. */
                            medianSeconds: number | null;
                            /** @description Why nothing is flagged yet. */
                            notice: string | null;
                            flags: {
                                code: string;
                                text: string;
                            }[];
                            parts: {
                                partId: string;
                                label: string;
                                /** @description Then only frequent answers are told. */
                                isTyped: boolean;
                                classes: {
                                    value: string;
                                    label: string;
                                    isRight: boolean;
                                    count: number;
                                    share: number | null;
                                    /** @description Points on the rest of the paper. */
                                    meanRest: number | null;
                                }[];
                                /** @description Attempts with another answer or none. */
                                otherCount: number | null;
                            }[];
                            openChallenges: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Items_export: {
        parameters: {
            query?: {
                /** @description Of each learner; best is the highest percent, the earlier of two equal ones. */
                attempts?: "first" | "best" | "latest" | "all";
                /** @description Only attempts at this publication. */
                publication?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV: a row for the quiz, one for each question, and one for each answer that is told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Practice_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session that was open already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
                        /** @description Per question. */
                        triesMax: number;
                        /** @description Share of the mark that each try after the first costs. */
                        retryPenalty: string;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        /** @description One per question, in the same order. */
                        states: {
                            /** Format: uuid */
                            questionId: string;
                            triesUsed: number;
                            triesLeft: number;
                            isDone: boolean;
                            /** @description Of the last try. */
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description Of the last try; null before it, and where the policy keeps it back. */
                            outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                            /** @description Of the best try, less what earlier tries cost. */
                            score: number | null;
                            scoreMax: number;
                            /** @description Points that the tries so far cost the next one. */
                            penalty: number;
                            /** @description The newest one. */
                            hint: string | null;
                            /** @description All that were earned, oldest first. */
                            hints: string[];
                            parts: {
                                partId: string;
                                /** @enum {string} */
                                outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                feedback: string | null;
                            }[];
                            responseFeedback: string | null;
                            /** @description Of the chosen options; of all of them, with the key, when the question is done. */
                            optionFeedback: {
                                optionId: string;
                                isKey: boolean | null;
                                feedback: string | null;
                            }[];
                            /** @description When the question is done. */
                            key: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description When the question is done. */
                            explanation: string | null;
                        }[];
                    };
                };
            };
            /** @description A new practice session; nothing of it counts */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        sectionTitle: string;
                        /** Format: date-time */
                        startedAt: string;
                        finishedAt: string | null;
                        /** @description Per question. */
                        triesMax: number;
                        /** @description Share of the mark that each try after the first costs. */
                        retryPenalty: string;
                        questions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            /** @description Markdown; in a cloze, {{1}} stands where the gap with the id 1 is. */
                            stem: string;
                            points: number;
                            readonly options?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
                                    /** @description The place on this learner's paper, from 1; an author's id would tell the order of writing. */
                                    id: string;
                                    text: string;
                                }[];
                                unit?: string;
                            }[];
                            essay?: {
                                wordsMin: number | null;
                                wordsMax: number | null;
                                /** @enum {string} */
                                format: "text" | "code";
                                template: string;
                            };
                        }[];
                        /** @description One per question, in the same order. */
                        states: {
                            /** Format: uuid */
                            questionId: string;
                            triesUsed: number;
                            triesLeft: number;
                            isDone: boolean;
                            /** @description Of the last try. */
                            answer: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description Of the last try; null before it, and where the policy keeps it back. */
                            outcome: ("correct" | "partial" | "incorrect" | "unanswered" | "pending") | null;
                            /** @description Of the best try, less what earlier tries cost. */
                            score: number | null;
                            scoreMax: number;
                            /** @description Points that the tries so far cost the next one. */
                            penalty: number;
                            /** @description The newest one. */
                            hint: string | null;
                            /** @description All that were earned, oldest first. */
                            hints: string[];
                            parts: {
                                partId: string;
                                /** @enum {string} */
                                outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                feedback: string | null;
                            }[];
                            responseFeedback: string | null;
                            /** @description Of the chosen options; of all of them, with the key, when the question is done. */
                            optionFeedback: {
                                optionId: string;
                                isKey: boolean | null;
                                feedback: string | null;
                            }[];
                            /** @description When the question is done. */
                            key: ({
                                choice: string;
                            } | {
                                choices: string[];
                            } | {
                                value: boolean;
                            } | {
                                text: string;
                            } | {
                                matches: {
                                    prompt: string;
                                    choice: string;
                                }[];
                            } | {
                                order: string[];
                            } | {
                                gaps: ({
                                    gap: string;
                                    text: string;
                                } | {
                                    gap: string;
                                    choice: string;
                                })[];
                            } | {
                                essay: string;
                            }) | null;
                            /** @description When the question is done. */
                            explanation: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_versions: {
        parameters: {
            query: {
                questionId: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The published versions of a question, with the attempts behind each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: number;
                            type: string;
                            stemStart: string;
                            isLive: boolean;
                            publications: number[];
                            /** @description Ended attempts with this version on their paper. */
                            attempts: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The regrades of a section, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            courseId: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: uuid */
                            questionId: string;
                            fromVersions: number[];
                            toVersion: number;
                            /**
                             * @description Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.
                             * @enum {string}
                             */
                            policy: "recompute" | "keep_better" | "full_marks" | "drop";
                            /**
                             * @description What happens to a badge or certificate that is not earned any more.
                             * @enum {string}
                             */
                            credentials: "suspend" | "keep";
                            reason: string;
                            /** @enum {string} */
                            state: "previewing" | "previewed" | "applying" | "applied" | "failed" | "discarded";
                            failure: string | null;
                            /** @description Attempts of the section that the present walk has seen. */
                            progress: {
                                done: number;
                                total: number;
                            };
                            /** @description Of the dry run; once applying has begun, of what has been done. */
                            summary: {
                                /** @description With the question on their paper. */
                                attempts: number;
                                /** @description Of these, graded by something else than before. */
                                regraded: number;
                                /** @description Of these, with another score or outcome. */
                                changed: number;
                                /** @description Left as they are: an answer would wait for a mark again. */
                                waiting: number;
                                scoreUp: number;
                                scoreDown: number;
                                /** @description With a regraded attempt. */
                                learners: number;
                                /** @description Learners who pass the section through it. */
                                passesGained: number;
                                passesLost: number;
                                badgesIssued: number;
                                badgesReinstated: number;
                                badgesSuspended: number;
                                /** @description Not earned any more, but left with their holders. */
                                badgesKept: number;
                                certificatesIssued: number;
                                certificatesReinstated: number;
                                certificatesSuspended: number;
                                certificatesKept: number;
                                unlocksGained: number;
                                unlocksLost: number;
                            };
                            /** @description What the dry run said, once applying has begun. */
                            preview: {
                                /** @description With the question on their paper. */
                                attempts: number;
                                /** @description Of these, graded by something else than before. */
                                regraded: number;
                                /** @description Of these, with another score or outcome. */
                                changed: number;
                                /** @description Left as they are: an answer would wait for a mark again. */
                                waiting: number;
                                scoreUp: number;
                                scoreDown: number;
                                /** @description With a regraded attempt. */
                                learners: number;
                                /** @description Learners who pass the section through it. */
                                passesGained: number;
                                passesLost: number;
                                badgesIssued: number;
                                badgesReinstated: number;
                                badgesSuspended: number;
                                /** @description Not earned any more, but left with their holders. */
                                badgesKept: number;
                                certificatesIssued: number;
                                certificatesReinstated: number;
                                certificatesSuspended: number;
                                certificatesKept: number;
                                unlocksGained: number;
                                unlocksLost: number;
                            } | null;
                            /** Format: date-time */
                            madeAt: string;
                            previewedAt: string | null;
                            appliedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Regrades_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    questionId: string;
                    /** @description The published version to grade by. */
                    toVersion: number;
                    /** @description Versions on the papers to regrade. All others than `toVersion`, or that one if it is the only one. */
                    fromVersions?: number[];
                    /**
                     * @description Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.
                     * @enum {string}
                     */
                    policy: "recompute" | "keep_better" | "full_marks" | "drop";
                    /**
                     * @description What happens to a badge or certificate that is not earned any more.
                     * @default suspend
                     * @enum {string}
                     */
                    credentials?: "suspend" | "keep";
                    /** @description Learners read it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description A regrade whose dry run has begun; no grade changes before it is applied */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        courseId: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: uuid */
                        questionId: string;
                        fromVersions: number[];
                        toVersion: number;
                        /**
                         * @description Grade anew; only where nobody loses; the mark for everybody; take the question out of every paper.
                         * @enum {string}
                         */
                        policy: "recompute" | "keep_better" | "full_marks" | "drop";
                        /**
                         * @description What happens to a badge or certificate that is not earned any more.
                         * @enum {string}
                         */
                        credentials: "suspend" | "keep";
                        reason: string;
                        /** @enum {string} */
                        state: "previewing" | "previewed" | "applying" | "applied" | "failed" | "discarded";
                        failure: string | null;
                        /** @description Attempts of the section that the present walk has seen. */
                        progress: {
                            done: number;
                            total: number;
                        };
                        /** @description Of the dry run; once applying has begun, of what has been done. */
                        summary: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        };
                        /** @description What the dry run said, once applying has begun. */
                        preview: {
                            /** @description With the question on their paper. */
                            attempts: number;
                            /** @description Of these, graded by something else than before. */
                            regraded: number;
                            /** @description Of these, with another score or outcome. */
                            changed: number;
                            /** @description Left as they are: an answer would wait for a mark again. */
                            waiting: number;
                            scoreUp: number;
                            scoreDown: number;
                            /** @description With a regraded attempt. */
                            learners: number;
                            /** @description Learners who pass the section through it. */
                            passesGained: number;
                            passesLost: number;
                            badgesIssued: number;
                            badgesReinstated: number;
                            badgesSuspended: number;
                            /** @description Not earned any more, but left with their holders. */
                            badgesKept: number;
                            certificatesIssued: number;
                            certificatesReinstated: number;
                            certificatesSuspended: number;
                            certificatesKept: number;
                            unlocksGained: number;
                            unlocksLost: number;
                        } | null;
                        /** Format: date-time */
                        madeAt: string;
                        previewedAt: string | null;
                        appliedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StatusLists_read: {
        parameters: {
            query?: {
                format?: "json-ld" | "jwt";
            };
            header?: never;
            path: {
                list: number;
                purpose: "revocation" | "suspension";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A signed Bitstring Status List; as JWT by `format=jwt` or by Accept: application/jwt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The edition that If-None-Match names is still the newest */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No credential is in such a list */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Verifications_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * Format: email
                     * @description Whom it should be about: compared with the hashed addresses in the credential, and kept nowhere.
                     */
                    recipientEmail?: string;
                } | {
                    /** Format: uri */
                    url: string;
                    /**
                     * Format: email
                     * @description Whom it should be about: compared with the hashed addresses in the credential, and kept nowhere.
                     */
                    recipientEmail?: string;
                };
            };
        };
        responses: {
            /** @description What each check found, for a credential of any issuer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every check passed. */
                        isValid: boolean;
                        /**
                         * @description What the credential came as.
                         * @enum {string}
                         */
                        format: "json" | "jwt" | "png" | "svg";
                        checks: {
                            /** @enum {string} */
                            name: "shape" | "proof" | "issuer" | "status" | "dates" | "subject";
                            /** @enum {string} */
                            outcome: "pass" | "fail" | "unknown";
                            detail: string;
                        }[];
                        /** @description What is not as it should be without making it wrong, and what was not looked at. */
                        warnings: string[];
                        /** @description This platform signed it, whatever else is wrong with it now. */
                        isOurs: boolean;
                        /** @description The public page of a credential of ours. */
                        pageUrl: string | null;
                        /** @description What it says: true only as far as its checks passed. Null for what is no badge. */
                        credential: {
                            id: string;
                            name: string;
                            description: string | null;
                            issuer: {
                                id: string;
                                name: string | null;
                                url: string | null;
                            };
                            recipient: {
                                id: string | null;
                                identifiers: {
                                    type: string;
                                    /** @description Null where only a hash is given. */
                                    value: string | null;
                                }[];
                            };
                            validFrom: string;
                            validUntil: string | null;
                            awardedAt: string | null;
                            achievement: {
                                id: string | null;
                                name: string;
                                description: string | null;
                                criteria: string | null;
                                type: string | null;
                            };
                            results: {
                                name: string;
                                value: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description There is no credential in it, or the address gives none */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many at this moment, or from this network */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Verifications_verifyFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The same for a file: JSON, JWT, or a PNG or SVG picture with a credential inside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every check passed. */
                        isValid: boolean;
                        /**
                         * @description What the credential came as.
                         * @enum {string}
                         */
                        format: "json" | "jwt" | "png" | "svg";
                        checks: {
                            /** @enum {string} */
                            name: "shape" | "proof" | "issuer" | "status" | "dates" | "subject";
                            /** @enum {string} */
                            outcome: "pass" | "fail" | "unknown";
                            detail: string;
                        }[];
                        /** @description What is not as it should be without making it wrong, and what was not looked at. */
                        warnings: string[];
                        /** @description This platform signed it, whatever else is wrong with it now. */
                        isOurs: boolean;
                        /** @description The public page of a credential of ours. */
                        pageUrl: string | null;
                        /** @description What it says: true only as far as its checks passed. Null for what is no badge. */
                        credential: {
                            id: string;
                            name: string;
                            description: string | null;
                            issuer: {
                                id: string;
                                name: string | null;
                                url: string | null;
                            };
                            recipient: {
                                id: string | null;
                                identifiers: {
                                    type: string;
                                    /** @description Null where only a hash is given. */
                                    value: string | null;
                                }[];
                            };
                            validFrom: string;
                            validUntil: string | null;
                            awardedAt: string | null;
                            achievement: {
                                id: string | null;
                                name: string;
                                description: string | null;
                                criteria: string | null;
                                type: string | null;
                            };
                            results: {
                                name: string;
                                value: string;
                            }[];
                        } | null;
                    };
                };
            };
            /** @description There is no credential in it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The file is larger than 1 MiB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many at this moment, or from this network */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457). */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
