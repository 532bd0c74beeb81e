export interface paths {
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
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
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
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
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
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
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
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
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
    Cohorts_list: {
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
                        sections: {
                            /** Format: uuid */
                            sectionId: string;
                            title: string;
                            position: number;
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
                            /** @description Badges of this course that these learners hold, revoked ones left out. */
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
                            email: string;
                            /** @enum {string} */
                            outcome: "enrolled" | "already_enrolled" | "unknown_address";
                            /** Format: uuid */
                            learnerId?: string;
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
    Credentials_read: {
        parameters: {
            query?: {
                format?: "json" | "json-ld" | "svg";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By the Accept header or `format`: JSON, the signed document (JSON-LD), or the picture (SVG) */
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
                        learnerName: string;
                        /** Format: date-time */
                        issuedAt: string;
                        /** @enum {string} */
                        status: "active" | "suspended" | "revoked";
                        /** @description Why it is suspended or revoked. */
                        statusReason: string | null;
                        /**
                         * Format: uri
                         * @description The page for people who were sent this credential.
                         */
                        verifyUrl: string;
                        /** Format: uri */
                        imageUrl: string;
                        document: {
                            [key: string]: unknown;
                        };
                        /** @description What was decided about it, oldest first. */
                        history: {
                            /** @enum {string} */
                            decision: "issued" | "suspended" | "kept" | "reinstated" | "revoked";
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
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
            /** @description A public key that signed credentials: a Multikey */
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
    Credentials_list: {
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
                            learnerName: string;
                            /** Format: date-time */
                            issuedAt: string;
                            /** @enum {string} */
                            status: "active" | "suspended" | "revoked";
                            /** @description Why it is suspended or revoked. */
                            statusReason: string | null;
                            /**
                             * Format: uri
                             * @description The page for people who were sent this credential.
                             */
                            verifyUrl: string;
                            /** Format: uri */
                            imageUrl: string;
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
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
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
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
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
                                id: string;
                                text: string;
                            }[];
                            unit?: string;
                            /** @description Of a matching; each is matched to one of the choices. */
                            readonly prompts?: {
                                id: string;
                                text: string;
                            }[];
                            readonly choices?: {
                                id: string;
                                text: string;
                            }[];
                            /** @description Of an ordering, in the order to begin with. */
                            readonly items?: {
                                id: string;
                                text: string;
                            }[];
                            readonly gaps?: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "number" | "choice";
                                readonly options?: {
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
                            }[] | null;
                            /** @description What would show more of the review. */
                            reviewWithheld: ("never" | "after_pass" | "after_close") | null;
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
}
