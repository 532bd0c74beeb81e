export interface paths {
    "/api/content/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Courses_list"];
        put?: never;
        post: operations["Courses_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Courses_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Courses_change"];
        trace?: never;
    };
    "/api/content/v1/courses/{id}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Media_list"];
        put?: never;
        post: operations["Media_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses/{id}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Publications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sections_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses/{id}:archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Courses_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses/{id}:export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exports_exportCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses/{id}:publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Publications_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses:import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_importCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/courses:import-folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_importFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/media/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Media_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions_get"];
        put: operations["Questions_change"];
        post?: never;
        delete: operations["Questions_remove"];
        options?: never;
        head?: never;
        patch: operations["QuestionBatches_move"];
        trace?: never;
    };
    "/api/content/v1/questions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/questions/{id}:duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/questions:preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Sections_remove"];
        options?: never;
        head?: never;
        patch: operations["Sections_change"];
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions_list"];
        put?: never;
        post: operations["Questions_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions:export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exports_exportQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions:import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_importQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions:import-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports_importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions:move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionBatches_moveMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions:remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionBatches_removeMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/questions:tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionBatches_tagMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/content/v1/sections/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions_tags"];
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
    Courses_list: {
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
            /** @description The courses of the caller, newest change first */
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
                            /** Format: uuid */
                            ownerId: string;
                            version: number;
                            publication: number | null;
                            isArchived: boolean;
                            /** Format: date-time */
                            updatedAt: string;
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
    Courses_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    slug?: string;
                };
            };
        };
        responses: {
            /** @description An empty draft */
            201: {
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
                        /** Format: uuid */
                        ownerId: string;
                        version: number;
                        publication: number | null;
                        isArchived: boolean;
                        /** Format: date-time */
                        updatedAt: string;
                        policy: {
                            passMark?: number;
                            timeLimitSeconds?: number | "none";
                            attemptsMax?: number | "none";
                            cooldownSeconds?: number;
                            drawCount?: number | "none";
                            pools?: {
                                /** @default [] */
                                tags: string[];
                                /** @default null */
                                difficulty: ("easy" | "medium" | "hard") | null;
                                count: number;
                            }[];
                            shuffleQuestions?: boolean;
                            shuffleOptions?: boolean;
                            /** @enum {string} */
                            review?: "never" | "score_only" | "after_submit" | "after_pass";
                            reviewPhases?: {
                                during: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterSubmit: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterPass: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterClose: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                            } | "none";
                            /** @enum {string} */
                            aggregation?: "best" | "latest" | "first" | "mean";
                            practice?: {
                                /** @default 3 */
                                triesMax: number;
                                /** @default 1/3 */
                                retryPenalty: string;
                            } | "none";
                            credentialValidDays?: number | "none";
                            renewalDrawCount?: number | "none";
                            opensAt?: string | "none";
                            closesAt?: string | "none";
                        };
                        sections: {
                            /** Format: uuid */
                            id: string;
                            key: string | null;
                            position: number;
                            title: string;
                            prose: string;
                            isRequired: boolean;
                            prerequisites: string[];
                            policy: {
                                /** @default 0.8 */
                                passMark: number;
                                /** @default null */
                                timeLimitSeconds: number | null;
                                /** @default null */
                                attemptsMax: number | null;
                                /** @default 0 */
                                cooldownSeconds: number;
                                /** @default null */
                                drawCount: number | null;
                                fixedQuestions?: string[];
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                /** @default true */
                                shuffleQuestions: boolean;
                                /** @default true */
                                shuffleOptions: boolean;
                                /**
                                 * @default after_submit
                                 * @enum {string}
                                 */
                                review: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                };
                                /**
                                 * @default best
                                 * @enum {string}
                                 */
                                aggregation: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | null;
                                credentialValidDays?: number | null;
                                renewalDrawCount?: number | null;
                                /** @default null */
                                opensAt: string | null;
                                /** @default null */
                                closesAt: string | null;
                            };
                            policySources: {
                                /** @enum {string} */
                                passMark: "default" | "course" | "section";
                                /** @enum {string} */
                                timeLimitSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                attemptsMax: "default" | "course" | "section";
                                /** @enum {string} */
                                cooldownSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                drawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                fixedQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                pools: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleOptions: "default" | "course" | "section";
                                /** @enum {string} */
                                review: "default" | "course" | "section";
                                /** @enum {string} */
                                reviewPhases: "default" | "course" | "section";
                                /** @enum {string} */
                                aggregation: "default" | "course" | "section";
                                /** @enum {string} */
                                practice: "default" | "course" | "section";
                                /** @enum {string} */
                                credentialValidDays: "default" | "course" | "section";
                                /** @enum {string} */
                                renewalDrawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                opensAt: "default" | "course" | "section";
                                /** @enum {string} */
                                closesAt: "default" | "course" | "section";
                            };
                            questionCount: number;
                            version: number;
                            topics: {
                                id: string;
                                key: string | null;
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
    Courses_get: {
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
            /** @description The draft with its sections */
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
                        /** Format: uuid */
                        ownerId: string;
                        version: number;
                        publication: number | null;
                        isArchived: boolean;
                        /** Format: date-time */
                        updatedAt: string;
                        policy: {
                            passMark?: number;
                            timeLimitSeconds?: number | "none";
                            attemptsMax?: number | "none";
                            cooldownSeconds?: number;
                            drawCount?: number | "none";
                            pools?: {
                                /** @default [] */
                                tags: string[];
                                /** @default null */
                                difficulty: ("easy" | "medium" | "hard") | null;
                                count: number;
                            }[];
                            shuffleQuestions?: boolean;
                            shuffleOptions?: boolean;
                            /** @enum {string} */
                            review?: "never" | "score_only" | "after_submit" | "after_pass";
                            reviewPhases?: {
                                during: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterSubmit: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterPass: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterClose: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                            } | "none";
                            /** @enum {string} */
                            aggregation?: "best" | "latest" | "first" | "mean";
                            practice?: {
                                /** @default 3 */
                                triesMax: number;
                                /** @default 1/3 */
                                retryPenalty: string;
                            } | "none";
                            credentialValidDays?: number | "none";
                            renewalDrawCount?: number | "none";
                            opensAt?: string | "none";
                            closesAt?: string | "none";
                        };
                        sections: {
                            /** Format: uuid */
                            id: string;
                            key: string | null;
                            position: number;
                            title: string;
                            prose: string;
                            isRequired: boolean;
                            prerequisites: string[];
                            policy: {
                                /** @default 0.8 */
                                passMark: number;
                                /** @default null */
                                timeLimitSeconds: number | null;
                                /** @default null */
                                attemptsMax: number | null;
                                /** @default 0 */
                                cooldownSeconds: number;
                                /** @default null */
                                drawCount: number | null;
                                fixedQuestions?: string[];
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                /** @default true */
                                shuffleQuestions: boolean;
                                /** @default true */
                                shuffleOptions: boolean;
                                /**
                                 * @default after_submit
                                 * @enum {string}
                                 */
                                review: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                };
                                /**
                                 * @default best
                                 * @enum {string}
                                 */
                                aggregation: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | null;
                                credentialValidDays?: number | null;
                                renewalDrawCount?: number | null;
                                /** @default null */
                                opensAt: string | null;
                                /** @default null */
                                closesAt: string | null;
                            };
                            policySources: {
                                /** @enum {string} */
                                passMark: "default" | "course" | "section";
                                /** @enum {string} */
                                timeLimitSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                attemptsMax: "default" | "course" | "section";
                                /** @enum {string} */
                                cooldownSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                drawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                fixedQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                pools: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleOptions: "default" | "course" | "section";
                                /** @enum {string} */
                                review: "default" | "course" | "section";
                                /** @enum {string} */
                                reviewPhases: "default" | "course" | "section";
                                /** @enum {string} */
                                aggregation: "default" | "course" | "section";
                                /** @enum {string} */
                                practice: "default" | "course" | "section";
                                /** @enum {string} */
                                credentialValidDays: "default" | "course" | "section";
                                /** @enum {string} */
                                renewalDrawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                opensAt: "default" | "course" | "section";
                                /** @enum {string} */
                                closesAt: "default" | "course" | "section";
                            };
                            questionCount: number;
                            version: number;
                            topics: {
                                id: string;
                                key: string | null;
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
    Courses_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    summary?: string;
                    slug?: string;
                    policy?: {
                        passMark?: number | null;
                        timeLimitSeconds?: (number | "none") | null;
                        attemptsMax?: (number | "none") | null;
                        cooldownSeconds?: number | null;
                        drawCount?: (number | "none") | null;
                        pools?: {
                            /** @default [] */
                            tags?: string[];
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            difficulty?: "easy" | "medium" | "hard" | null;
                            count: number;
                        }[] | null;
                        shuffleQuestions?: boolean | null;
                        shuffleOptions?: boolean | null;
                        /** @enum {string|null} */
                        review?: "never" | "score_only" | "after_submit" | "after_pass" | null;
                        reviewPhases?: ({
                            during: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                            afterSubmit: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                            afterPass: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                            afterClose: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                        } | "none") | null;
                        /** @enum {string|null} */
                        aggregation?: "best" | "latest" | "first" | "mean" | null;
                        practice?: ({
                            /** @default 3 */
                            triesMax?: number;
                            /** @default 1/3 */
                            retryPenalty?: string;
                        } | "none") | null;
                        credentialValidDays?: (number | "none") | null;
                        renewalDrawCount?: (number | "none") | null;
                        opensAt?: (string | "none") | null;
                        closesAt?: (string | "none") | null;
                    };
                };
            };
        };
        responses: {
            /** @description The changed draft */
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
                        /** Format: uuid */
                        ownerId: string;
                        version: number;
                        publication: number | null;
                        isArchived: boolean;
                        /** Format: date-time */
                        updatedAt: string;
                        policy: {
                            passMark?: number;
                            timeLimitSeconds?: number | "none";
                            attemptsMax?: number | "none";
                            cooldownSeconds?: number;
                            drawCount?: number | "none";
                            pools?: {
                                /** @default [] */
                                tags: string[];
                                /** @default null */
                                difficulty: ("easy" | "medium" | "hard") | null;
                                count: number;
                            }[];
                            shuffleQuestions?: boolean;
                            shuffleOptions?: boolean;
                            /** @enum {string} */
                            review?: "never" | "score_only" | "after_submit" | "after_pass";
                            reviewPhases?: {
                                during: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterSubmit: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterPass: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterClose: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                            } | "none";
                            /** @enum {string} */
                            aggregation?: "best" | "latest" | "first" | "mean";
                            practice?: {
                                /** @default 3 */
                                triesMax: number;
                                /** @default 1/3 */
                                retryPenalty: string;
                            } | "none";
                            credentialValidDays?: number | "none";
                            renewalDrawCount?: number | "none";
                            opensAt?: string | "none";
                            closesAt?: string | "none";
                        };
                        sections: {
                            /** Format: uuid */
                            id: string;
                            key: string | null;
                            position: number;
                            title: string;
                            prose: string;
                            isRequired: boolean;
                            prerequisites: string[];
                            policy: {
                                /** @default 0.8 */
                                passMark: number;
                                /** @default null */
                                timeLimitSeconds: number | null;
                                /** @default null */
                                attemptsMax: number | null;
                                /** @default 0 */
                                cooldownSeconds: number;
                                /** @default null */
                                drawCount: number | null;
                                fixedQuestions?: string[];
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                /** @default true */
                                shuffleQuestions: boolean;
                                /** @default true */
                                shuffleOptions: boolean;
                                /**
                                 * @default after_submit
                                 * @enum {string}
                                 */
                                review: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                };
                                /**
                                 * @default best
                                 * @enum {string}
                                 */
                                aggregation: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | null;
                                credentialValidDays?: number | null;
                                renewalDrawCount?: number | null;
                                /** @default null */
                                opensAt: string | null;
                                /** @default null */
                                closesAt: string | null;
                            };
                            policySources: {
                                /** @enum {string} */
                                passMark: "default" | "course" | "section";
                                /** @enum {string} */
                                timeLimitSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                attemptsMax: "default" | "course" | "section";
                                /** @enum {string} */
                                cooldownSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                drawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                fixedQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                pools: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleOptions: "default" | "course" | "section";
                                /** @enum {string} */
                                review: "default" | "course" | "section";
                                /** @enum {string} */
                                reviewPhases: "default" | "course" | "section";
                                /** @enum {string} */
                                aggregation: "default" | "course" | "section";
                                /** @enum {string} */
                                practice: "default" | "course" | "section";
                                /** @enum {string} */
                                credentialValidDays: "default" | "course" | "section";
                                /** @enum {string} */
                                renewalDrawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                opensAt: "default" | "course" | "section";
                                /** @enum {string} */
                                closesAt: "default" | "course" | "section";
                            };
                            questionCount: number;
                            version: number;
                            topics: {
                                id: string;
                                key: string | null;
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
    Media_list: {
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
            /** @description Pictures of the course, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            url: string;
                            mediaType: string;
                            width: number;
                            height: number;
                            size: number;
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
    Media_add: {
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
                "image/png": string;
                "image/jpeg": string;
                "image/gif": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description The picture is stored; Markdown shows it as media:<name> */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        url: string;
                        mediaType: string;
                        width: number;
                        height: number;
                        size: number;
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
    Publications_list: {
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
            /** @description Publications of the course, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            publication: number;
                            /** Format: date-time */
                            publishedAt: string;
                            title: string;
                            sectionCount: number;
                            questionCount: number;
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
    Sections_add: {
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
                    title: string;
                    /** @default  */
                    prose?: string;
                };
            };
        };
        responses: {
            /** @description A section at the end of the course, with the default policy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string | null;
                        position: number;
                        title: string;
                        prose: string;
                        isRequired: boolean;
                        prerequisites: string[];
                        policy: {
                            /** @default 0.8 */
                            passMark: number;
                            /** @default null */
                            timeLimitSeconds: number | null;
                            /** @default null */
                            attemptsMax: number | null;
                            /** @default 0 */
                            cooldownSeconds: number;
                            /** @default null */
                            drawCount: number | null;
                            fixedQuestions?: string[];
                            pools?: {
                                /** @default [] */
                                tags: string[];
                                /** @default null */
                                difficulty: ("easy" | "medium" | "hard") | null;
                                count: number;
                            }[];
                            /** @default true */
                            shuffleQuestions: boolean;
                            /** @default true */
                            shuffleOptions: boolean;
                            /**
                             * @default after_submit
                             * @enum {string}
                             */
                            review: "never" | "score_only" | "after_submit" | "after_pass";
                            reviewPhases?: {
                                during: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterSubmit: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterPass: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterClose: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                            };
                            /**
                             * @default best
                             * @enum {string}
                             */
                            aggregation: "best" | "latest" | "first" | "mean";
                            practice?: {
                                /** @default 3 */
                                triesMax: number;
                                /** @default 1/3 */
                                retryPenalty: string;
                            } | null;
                            credentialValidDays?: number | null;
                            renewalDrawCount?: number | null;
                            /** @default null */
                            opensAt: string | null;
                            /** @default null */
                            closesAt: string | null;
                        };
                        policySources: {
                            /** @enum {string} */
                            passMark: "default" | "course" | "section";
                            /** @enum {string} */
                            timeLimitSeconds: "default" | "course" | "section";
                            /** @enum {string} */
                            attemptsMax: "default" | "course" | "section";
                            /** @enum {string} */
                            cooldownSeconds: "default" | "course" | "section";
                            /** @enum {string} */
                            drawCount: "default" | "course" | "section";
                            /** @enum {string} */
                            fixedQuestions: "default" | "course" | "section";
                            /** @enum {string} */
                            pools: "default" | "course" | "section";
                            /** @enum {string} */
                            shuffleQuestions: "default" | "course" | "section";
                            /** @enum {string} */
                            shuffleOptions: "default" | "course" | "section";
                            /** @enum {string} */
                            review: "default" | "course" | "section";
                            /** @enum {string} */
                            reviewPhases: "default" | "course" | "section";
                            /** @enum {string} */
                            aggregation: "default" | "course" | "section";
                            /** @enum {string} */
                            practice: "default" | "course" | "section";
                            /** @enum {string} */
                            credentialValidDays: "default" | "course" | "section";
                            /** @enum {string} */
                            renewalDrawCount: "default" | "course" | "section";
                            /** @enum {string} */
                            opensAt: "default" | "course" | "section";
                            /** @enum {string} */
                            closesAt: "default" | "course" | "section";
                        };
                        questionCount: number;
                        version: number;
                        topics: {
                            id: string;
                            key: string | null;
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
    Courses_archive: {
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
            /** @description The archived course; learners no longer find it */
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
                        /** Format: uuid */
                        ownerId: string;
                        version: number;
                        publication: number | null;
                        isArchived: boolean;
                        /** Format: date-time */
                        updatedAt: string;
                        policy: {
                            passMark?: number;
                            timeLimitSeconds?: number | "none";
                            attemptsMax?: number | "none";
                            cooldownSeconds?: number;
                            drawCount?: number | "none";
                            pools?: {
                                /** @default [] */
                                tags: string[];
                                /** @default null */
                                difficulty: ("easy" | "medium" | "hard") | null;
                                count: number;
                            }[];
                            shuffleQuestions?: boolean;
                            shuffleOptions?: boolean;
                            /** @enum {string} */
                            review?: "never" | "score_only" | "after_submit" | "after_pass";
                            reviewPhases?: {
                                during: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterSubmit: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterPass: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterClose: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                            } | "none";
                            /** @enum {string} */
                            aggregation?: "best" | "latest" | "first" | "mean";
                            practice?: {
                                /** @default 3 */
                                triesMax: number;
                                /** @default 1/3 */
                                retryPenalty: string;
                            } | "none";
                            credentialValidDays?: number | "none";
                            renewalDrawCount?: number | "none";
                            opensAt?: string | "none";
                            closesAt?: string | "none";
                        };
                        sections: {
                            /** Format: uuid */
                            id: string;
                            key: string | null;
                            position: number;
                            title: string;
                            prose: string;
                            isRequired: boolean;
                            prerequisites: string[];
                            policy: {
                                /** @default 0.8 */
                                passMark: number;
                                /** @default null */
                                timeLimitSeconds: number | null;
                                /** @default null */
                                attemptsMax: number | null;
                                /** @default 0 */
                                cooldownSeconds: number;
                                /** @default null */
                                drawCount: number | null;
                                fixedQuestions?: string[];
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                /** @default true */
                                shuffleQuestions: boolean;
                                /** @default true */
                                shuffleOptions: boolean;
                                /**
                                 * @default after_submit
                                 * @enum {string}
                                 */
                                review: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                };
                                /**
                                 * @default best
                                 * @enum {string}
                                 */
                                aggregation: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | null;
                                credentialValidDays?: number | null;
                                renewalDrawCount?: number | null;
                                /** @default null */
                                opensAt: string | null;
                                /** @default null */
                                closesAt: string | null;
                            };
                            policySources: {
                                /** @enum {string} */
                                passMark: "default" | "course" | "section";
                                /** @enum {string} */
                                timeLimitSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                attemptsMax: "default" | "course" | "section";
                                /** @enum {string} */
                                cooldownSeconds: "default" | "course" | "section";
                                /** @enum {string} */
                                drawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                fixedQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                pools: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleQuestions: "default" | "course" | "section";
                                /** @enum {string} */
                                shuffleOptions: "default" | "course" | "section";
                                /** @enum {string} */
                                review: "default" | "course" | "section";
                                /** @enum {string} */
                                reviewPhases: "default" | "course" | "section";
                                /** @enum {string} */
                                aggregation: "default" | "course" | "section";
                                /** @enum {string} */
                                practice: "default" | "course" | "section";
                                /** @enum {string} */
                                credentialValidDays: "default" | "course" | "section";
                                /** @enum {string} */
                                renewalDrawCount: "default" | "course" | "section";
                                /** @enum {string} */
                                opensAt: "default" | "course" | "section";
                                /** @enum {string} */
                                closesAt: "default" | "course" | "section";
                            };
                            questionCount: number;
                            version: number;
                            topics: {
                                id: string;
                                key: string | null;
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
    Exports_exportCourse: {
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
            /** @description The course as a packed folder of YAML files and pictures */
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
    Publications_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft is frozen and on its way to learners */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        publication: number;
                        /** Format: date-time */
                        publishedAt: string;
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
    Imports_importCourse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    markdown: string;
                    /** Format: uuid */
                    courseId?: string;
                };
            };
        };
        responses: {
            /** @description The draft named by `courseId`, renewed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        course: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                            /** Format: uuid */
                            ownerId: string;
                            version: number;
                            publication: number | null;
                            isArchived: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            policy: {
                                passMark?: number;
                                timeLimitSeconds?: number | "none";
                                attemptsMax?: number | "none";
                                cooldownSeconds?: number;
                                drawCount?: number | "none";
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                shuffleQuestions?: boolean;
                                shuffleOptions?: boolean;
                                /** @enum {string} */
                                review?: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                } | "none";
                                /** @enum {string} */
                                aggregation?: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | "none";
                                credentialValidDays?: number | "none";
                                renewalDrawCount?: number | "none";
                                opensAt?: string | "none";
                                closesAt?: string | "none";
                            };
                            sections: {
                                /** Format: uuid */
                                id: string;
                                key: string | null;
                                position: number;
                                title: string;
                                prose: string;
                                isRequired: boolean;
                                prerequisites: string[];
                                policy: {
                                    /** @default 0.8 */
                                    passMark: number;
                                    /** @default null */
                                    timeLimitSeconds: number | null;
                                    /** @default null */
                                    attemptsMax: number | null;
                                    /** @default 0 */
                                    cooldownSeconds: number;
                                    /** @default null */
                                    drawCount: number | null;
                                    fixedQuestions?: string[];
                                    pools?: {
                                        /** @default [] */
                                        tags: string[];
                                        /** @default null */
                                        difficulty: ("easy" | "medium" | "hard") | null;
                                        count: number;
                                    }[];
                                    /** @default true */
                                    shuffleQuestions: boolean;
                                    /** @default true */
                                    shuffleOptions: boolean;
                                    /**
                                     * @default after_submit
                                     * @enum {string}
                                     */
                                    review: "never" | "score_only" | "after_submit" | "after_pass";
                                    reviewPhases?: {
                                        during: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterSubmit: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterPass: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterClose: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                    };
                                    /**
                                     * @default best
                                     * @enum {string}
                                     */
                                    aggregation: "best" | "latest" | "first" | "mean";
                                    practice?: {
                                        /** @default 3 */
                                        triesMax: number;
                                        /** @default 1/3 */
                                        retryPenalty: string;
                                    } | null;
                                    credentialValidDays?: number | null;
                                    renewalDrawCount?: number | null;
                                    /** @default null */
                                    opensAt: string | null;
                                    /** @default null */
                                    closesAt: string | null;
                                };
                                policySources: {
                                    /** @enum {string} */
                                    passMark: "default" | "course" | "section";
                                    /** @enum {string} */
                                    timeLimitSeconds: "default" | "course" | "section";
                                    /** @enum {string} */
                                    attemptsMax: "default" | "course" | "section";
                                    /** @enum {string} */
                                    cooldownSeconds: "default" | "course" | "section";
                                    /** @enum {string} */
                                    drawCount: "default" | "course" | "section";
                                    /** @enum {string} */
                                    fixedQuestions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    pools: "default" | "course" | "section";
                                    /** @enum {string} */
                                    shuffleQuestions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    shuffleOptions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    review: "default" | "course" | "section";
                                    /** @enum {string} */
                                    reviewPhases: "default" | "course" | "section";
                                    /** @enum {string} */
                                    aggregation: "default" | "course" | "section";
                                    /** @enum {string} */
                                    practice: "default" | "course" | "section";
                                    /** @enum {string} */
                                    credentialValidDays: "default" | "course" | "section";
                                    /** @enum {string} */
                                    renewalDrawCount: "default" | "course" | "section";
                                    /** @enum {string} */
                                    opensAt: "default" | "course" | "section";
                                    /** @enum {string} */
                                    closesAt: "default" | "course" | "section";
                                };
                                questionCount: number;
                                version: number;
                                topics: {
                                    id: string;
                                    key: string | null;
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
                            }[];
                        };
                        report: {
                            sections: number;
                            topics: number;
                            resources: number;
                            notes: {
                                line: number;
                                kind: string;
                                /** @enum {string} */
                                severity: "info" | "warning";
                                message: string;
                            }[];
                            changes: {
                                /** @enum {string} */
                                kind: "added" | "renamed" | "moved" | "removed";
                                /** @enum {string} */
                                what: "section" | "topic" | "resource";
                                id: string;
                                title: string;
                                before?: string;
                            }[];
                        };
                    };
                };
            };
            /** @description A new draft made of the roadmap */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        course: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                            /** Format: uuid */
                            ownerId: string;
                            version: number;
                            publication: number | null;
                            isArchived: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            policy: {
                                passMark?: number;
                                timeLimitSeconds?: number | "none";
                                attemptsMax?: number | "none";
                                cooldownSeconds?: number;
                                drawCount?: number | "none";
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                shuffleQuestions?: boolean;
                                shuffleOptions?: boolean;
                                /** @enum {string} */
                                review?: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                } | "none";
                                /** @enum {string} */
                                aggregation?: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | "none";
                                credentialValidDays?: number | "none";
                                renewalDrawCount?: number | "none";
                                opensAt?: string | "none";
                                closesAt?: string | "none";
                            };
                            sections: {
                                /** Format: uuid */
                                id: string;
                                key: string | null;
                                position: number;
                                title: string;
                                prose: string;
                                isRequired: boolean;
                                prerequisites: string[];
                                policy: {
                                    /** @default 0.8 */
                                    passMark: number;
                                    /** @default null */
                                    timeLimitSeconds: number | null;
                                    /** @default null */
                                    attemptsMax: number | null;
                                    /** @default 0 */
                                    cooldownSeconds: number;
                                    /** @default null */
                                    drawCount: number | null;
                                    fixedQuestions?: string[];
                                    pools?: {
                                        /** @default [] */
                                        tags: string[];
                                        /** @default null */
                                        difficulty: ("easy" | "medium" | "hard") | null;
                                        count: number;
                                    }[];
                                    /** @default true */
                                    shuffleQuestions: boolean;
                                    /** @default true */
                                    shuffleOptions: boolean;
                                    /**
                                     * @default after_submit
                                     * @enum {string}
                                     */
                                    review: "never" | "score_only" | "after_submit" | "after_pass";
                                    reviewPhases?: {
                                        during: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterSubmit: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterPass: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterClose: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                    };
                                    /**
                                     * @default best
                                     * @enum {string}
                                     */
                                    aggregation: "best" | "latest" | "first" | "mean";
                                    practice?: {
                                        /** @default 3 */
                                        triesMax: number;
                                        /** @default 1/3 */
                                        retryPenalty: string;
                                    } | null;
                                    credentialValidDays?: number | null;
                                    renewalDrawCount?: number | null;
                                    /** @default null */
                                    opensAt: string | null;
                                    /** @default null */
                                    closesAt: string | null;
                                };
                                policySources: {
                                    /** @enum {string} */
                                    passMark: "default" | "course" | "section";
                                    /** @enum {string} */
                                    timeLimitSeconds: "default" | "course" | "section";
                                    /** @enum {string} */
                                    attemptsMax: "default" | "course" | "section";
                                    /** @enum {string} */
                                    cooldownSeconds: "default" | "course" | "section";
                                    /** @enum {string} */
                                    drawCount: "default" | "course" | "section";
                                    /** @enum {string} */
                                    fixedQuestions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    pools: "default" | "course" | "section";
                                    /** @enum {string} */
                                    shuffleQuestions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    shuffleOptions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    review: "default" | "course" | "section";
                                    /** @enum {string} */
                                    reviewPhases: "default" | "course" | "section";
                                    /** @enum {string} */
                                    aggregation: "default" | "course" | "section";
                                    /** @enum {string} */
                                    practice: "default" | "course" | "section";
                                    /** @enum {string} */
                                    credentialValidDays: "default" | "course" | "section";
                                    /** @enum {string} */
                                    renewalDrawCount: "default" | "course" | "section";
                                    /** @enum {string} */
                                    opensAt: "default" | "course" | "section";
                                    /** @enum {string} */
                                    closesAt: "default" | "course" | "section";
                                };
                                questionCount: number;
                                version: number;
                                topics: {
                                    id: string;
                                    key: string | null;
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
                            }[];
                        };
                        report: {
                            sections: number;
                            topics: number;
                            resources: number;
                            notes: {
                                line: number;
                                kind: string;
                                /** @enum {string} */
                                severity: "info" | "warning";
                                message: string;
                            }[];
                            changes: {
                                /** @enum {string} */
                                kind: "added" | "renamed" | "moved" | "removed";
                                /** @enum {string} */
                                what: "section" | "topic" | "resource";
                                id: string;
                                title: string;
                                before?: string;
                            }[];
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
    Imports_importFolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/zip": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description A new draft made of the folder, and what became of each file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        course: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            title: string;
                            summary: string;
                            /** Format: uuid */
                            ownerId: string;
                            version: number;
                            publication: number | null;
                            isArchived: boolean;
                            /** Format: date-time */
                            updatedAt: string;
                            policy: {
                                passMark?: number;
                                timeLimitSeconds?: number | "none";
                                attemptsMax?: number | "none";
                                cooldownSeconds?: number;
                                drawCount?: number | "none";
                                pools?: {
                                    /** @default [] */
                                    tags: string[];
                                    /** @default null */
                                    difficulty: ("easy" | "medium" | "hard") | null;
                                    count: number;
                                }[];
                                shuffleQuestions?: boolean;
                                shuffleOptions?: boolean;
                                /** @enum {string} */
                                review?: "never" | "score_only" | "after_submit" | "after_pass";
                                reviewPhases?: {
                                    during: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterSubmit: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterPass: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                    afterClose: {
                                        score: boolean;
                                        correctness: boolean;
                                        key: boolean;
                                        feedback: boolean;
                                    };
                                } | "none";
                                /** @enum {string} */
                                aggregation?: "best" | "latest" | "first" | "mean";
                                practice?: {
                                    /** @default 3 */
                                    triesMax: number;
                                    /** @default 1/3 */
                                    retryPenalty: string;
                                } | "none";
                                credentialValidDays?: number | "none";
                                renewalDrawCount?: number | "none";
                                opensAt?: string | "none";
                                closesAt?: string | "none";
                            };
                            sections: {
                                /** Format: uuid */
                                id: string;
                                key: string | null;
                                position: number;
                                title: string;
                                prose: string;
                                isRequired: boolean;
                                prerequisites: string[];
                                policy: {
                                    /** @default 0.8 */
                                    passMark: number;
                                    /** @default null */
                                    timeLimitSeconds: number | null;
                                    /** @default null */
                                    attemptsMax: number | null;
                                    /** @default 0 */
                                    cooldownSeconds: number;
                                    /** @default null */
                                    drawCount: number | null;
                                    fixedQuestions?: string[];
                                    pools?: {
                                        /** @default [] */
                                        tags: string[];
                                        /** @default null */
                                        difficulty: ("easy" | "medium" | "hard") | null;
                                        count: number;
                                    }[];
                                    /** @default true */
                                    shuffleQuestions: boolean;
                                    /** @default true */
                                    shuffleOptions: boolean;
                                    /**
                                     * @default after_submit
                                     * @enum {string}
                                     */
                                    review: "never" | "score_only" | "after_submit" | "after_pass";
                                    reviewPhases?: {
                                        during: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterSubmit: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterPass: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                        afterClose: {
                                            score: boolean;
                                            correctness: boolean;
                                            key: boolean;
                                            feedback: boolean;
                                        };
                                    };
                                    /**
                                     * @default best
                                     * @enum {string}
                                     */
                                    aggregation: "best" | "latest" | "first" | "mean";
                                    practice?: {
                                        /** @default 3 */
                                        triesMax: number;
                                        /** @default 1/3 */
                                        retryPenalty: string;
                                    } | null;
                                    credentialValidDays?: number | null;
                                    renewalDrawCount?: number | null;
                                    /** @default null */
                                    opensAt: string | null;
                                    /** @default null */
                                    closesAt: string | null;
                                };
                                policySources: {
                                    /** @enum {string} */
                                    passMark: "default" | "course" | "section";
                                    /** @enum {string} */
                                    timeLimitSeconds: "default" | "course" | "section";
                                    /** @enum {string} */
                                    attemptsMax: "default" | "course" | "section";
                                    /** @enum {string} */
                                    cooldownSeconds: "default" | "course" | "section";
                                    /** @enum {string} */
                                    drawCount: "default" | "course" | "section";
                                    /** @enum {string} */
                                    fixedQuestions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    pools: "default" | "course" | "section";
                                    /** @enum {string} */
                                    shuffleQuestions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    shuffleOptions: "default" | "course" | "section";
                                    /** @enum {string} */
                                    review: "default" | "course" | "section";
                                    /** @enum {string} */
                                    reviewPhases: "default" | "course" | "section";
                                    /** @enum {string} */
                                    aggregation: "default" | "course" | "section";
                                    /** @enum {string} */
                                    practice: "default" | "course" | "section";
                                    /** @enum {string} */
                                    credentialValidDays: "default" | "course" | "section";
                                    /** @enum {string} */
                                    renewalDrawCount: "default" | "course" | "section";
                                    /** @enum {string} */
                                    opensAt: "default" | "course" | "section";
                                    /** @enum {string} */
                                    closesAt: "default" | "course" | "section";
                                };
                                questionCount: number;
                                version: number;
                                topics: {
                                    id: string;
                                    key: string | null;
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
                            }[];
                        };
                        report: {
                            sections: number;
                            questions: number;
                            refused: number;
                            pictures: number;
                            files: {
                                path: string;
                                /** @enum {string} */
                                outcome: "read" | "read_with_loss" | "refused" | "left_out";
                                readonly problems: {
                                    line: number;
                                    message: string;
                                }[];
                            }[];
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
    Media_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
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
    Questions_get: {
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
            /** @description The current version of the question */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "single_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "multiple_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring: "exact" | "adjacent_pairs";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    Questions_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    question: {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "single_choice";
                        options: {
                            id?: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        floor?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "multiple_choice";
                        options: {
                            id?: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive?: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance?: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance?: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring?: "per_part" | "all_or_nothing";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring?: "exact" | "adjacent_pairs";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive?: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance?: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance?: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "choice";
                            options: {
                                id?: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle?: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring?: "per_part" | "all_or_nothing";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format?: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The new version; the old one stays as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "single_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "multiple_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring: "exact" | "adjacent_pairs";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    Questions_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The question left the draft; publications keep it */
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
    QuestionBatches_move: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    sectionId: string;
                };
            };
        };
        responses: {
            /** @description The question in its new section, with its id and version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "single_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "multiple_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring: "exact" | "adjacent_pairs";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    Questions_versions: {
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
            /** @description Every version of the question, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "single_choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                            floor?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "multiple_choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                            /** @enum {string} */
                            scoring?: "all_or_nothing" | "per_option" | "weighted";
                            floor?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "true_false";
                            key: boolean;
                            feedback?: {
                                true?: string;
                                false?: string;
                            };
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "short_text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "numeric";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "matching";
                            prompts: {
                                id: string;
                                text: string;
                                match: string;
                                feedback?: string;
                            }[];
                            choices: {
                                id: string;
                                text: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                            /**
                             * @default per_part
                             * @enum {string}
                             */
                            scoring: "per_part" | "all_or_nothing";
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "ordering";
                            items: {
                                id: string;
                                text: string;
                            }[];
                            /**
                             * @default exact
                             * @enum {string}
                             */
                            scoring: "exact" | "adjacent_pairs";
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "cloze";
                            gaps: ({
                                id: string;
                                weight?: string;
                                /** @constant */
                                kind: "text";
                                accepted: string[];
                                /** @default false */
                                caseSensitive: boolean;
                                alternatives?: {
                                    text: string;
                                    share: string;
                                    feedback?: string;
                                    caseSensitive?: boolean;
                                }[];
                                otherFeedback?: string;
                            } | {
                                id: string;
                                weight?: string;
                                /** @constant */
                                kind: "number";
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                /** @enum {string} */
                                toleranceKind?: "absolute" | "relative";
                                unit?: string;
                                units?: {
                                    unit: string;
                                    multiplier: string;
                                }[];
                                /** @enum {string} */
                                unitRule?: "optional" | "required";
                                unitPenalty?: string;
                                alternatives?: {
                                    value: string;
                                    /** @default 0 */
                                    tolerance: string;
                                    share: string;
                                    feedback?: string;
                                }[];
                                otherFeedback?: string;
                            } | {
                                id: string;
                                weight?: string;
                                /** @constant */
                                kind: "choice";
                                options: {
                                    id: string;
                                    text: string;
                                    isKey: boolean;
                                    share?: string;
                                    feedback?: string;
                                }[];
                                /** @default true */
                                shuffle: boolean;
                            })[];
                            /**
                             * @default per_part
                             * @enum {string}
                             */
                            scoring: "per_part" | "all_or_nothing";
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "essay";
                            wordsMin?: number;
                            wordsMax?: number;
                            /**
                             * @default text
                             * @enum {string}
                             */
                            format: "text" | "code";
                            template?: string;
                            rubric?: {
                                id: string;
                                title: string;
                                levels: {
                                    id: string;
                                    text: string;
                                    points: string;
                                }[];
                            }[];
                            markerNotes?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                        })[];
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
    Questions_duplicate: {
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
            /** @description A copy at the end of the section, version 1 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "single_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "multiple_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring: "exact" | "adjacent_pairs";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    Questions_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    question: {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "single_choice";
                        options: {
                            id?: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        floor?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "multiple_choice";
                        options: {
                            id?: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive?: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance?: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance?: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring?: "per_part" | "all_or_nothing";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring?: "exact" | "adjacent_pairs";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive?: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance?: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance?: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "choice";
                            options: {
                                id?: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle?: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring?: "per_part" | "all_or_nothing";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format?: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                    };
                    answer?: {
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
                    /** @default preview */
                    seed?: string;
                };
            };
        };
        responses: {
            /** @description The question as a learner would meet it; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problems: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                        paper: {
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
                        answerProblem?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        };
                        result?: {
                            /** @enum {string} */
                            outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                            score: number;
                            scoreMax: number;
                            parts: {
                                partId: string;
                                /** @enum {string} */
                                outcome: "correct" | "partial" | "incorrect" | "unanswered" | "pending";
                                share: number;
                                feedback: string | null;
                            }[];
                            responseFeedback: string | null;
                            outcomeFeedback: string | null;
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
                            optionFeedback: {
                                optionId: string;
                                isKey: boolean;
                                feedback: string | null;
                            }[];
                            explanation: string | null;
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
    Sections_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section and its questions left the draft; publications keep them */
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
    Sections_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what is changed. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    prose?: string;
                    position?: number;
                    isRequired?: boolean;
                    prerequisites?: string[];
                    policy?: {
                        passMark?: number | null;
                        timeLimitSeconds?: (number | "none") | null;
                        attemptsMax?: (number | "none") | null;
                        cooldownSeconds?: number | null;
                        drawCount?: (number | "none") | null;
                        pools?: {
                            /** @default [] */
                            tags?: string[];
                            /**
                             * @default null
                             * @enum {string|null}
                             */
                            difficulty?: "easy" | "medium" | "hard" | null;
                            count: number;
                        }[] | null;
                        shuffleQuestions?: boolean | null;
                        shuffleOptions?: boolean | null;
                        /** @enum {string|null} */
                        review?: "never" | "score_only" | "after_submit" | "after_pass" | null;
                        reviewPhases?: ({
                            during: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                            afterSubmit: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                            afterPass: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                            afterClose: {
                                score: boolean;
                                correctness: boolean;
                                key: boolean;
                                feedback: boolean;
                            };
                        } | "none") | null;
                        /** @enum {string|null} */
                        aggregation?: "best" | "latest" | "first" | "mean" | null;
                        practice?: ({
                            /** @default 3 */
                            triesMax?: number;
                            /** @default 1/3 */
                            retryPenalty?: string;
                        } | "none") | null;
                        credentialValidDays?: (number | "none") | null;
                        renewalDrawCount?: (number | "none") | null;
                        opensAt?: (string | "none") | null;
                        closesAt?: (string | "none") | null;
                        fixedQuestions?: string[] | null;
                    };
                    topics?: {
                        id?: string;
                        title: string;
                        /** @default  */
                        prose?: string;
                        /** @default [] */
                        resources?: {
                            id?: string;
                            title: string;
                            url: string | null;
                            /** @default article */
                            kind?: string;
                        }[];
                    }[];
                    resources?: {
                        id?: string;
                        title: string;
                        url: string | null;
                        /** @default article */
                        kind?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The changed section */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string | null;
                        position: number;
                        title: string;
                        prose: string;
                        isRequired: boolean;
                        prerequisites: string[];
                        policy: {
                            /** @default 0.8 */
                            passMark: number;
                            /** @default null */
                            timeLimitSeconds: number | null;
                            /** @default null */
                            attemptsMax: number | null;
                            /** @default 0 */
                            cooldownSeconds: number;
                            /** @default null */
                            drawCount: number | null;
                            fixedQuestions?: string[];
                            pools?: {
                                /** @default [] */
                                tags: string[];
                                /** @default null */
                                difficulty: ("easy" | "medium" | "hard") | null;
                                count: number;
                            }[];
                            /** @default true */
                            shuffleQuestions: boolean;
                            /** @default true */
                            shuffleOptions: boolean;
                            /**
                             * @default after_submit
                             * @enum {string}
                             */
                            review: "never" | "score_only" | "after_submit" | "after_pass";
                            reviewPhases?: {
                                during: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterSubmit: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterPass: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                                afterClose: {
                                    score: boolean;
                                    correctness: boolean;
                                    key: boolean;
                                    feedback: boolean;
                                };
                            };
                            /**
                             * @default best
                             * @enum {string}
                             */
                            aggregation: "best" | "latest" | "first" | "mean";
                            practice?: {
                                /** @default 3 */
                                triesMax: number;
                                /** @default 1/3 */
                                retryPenalty: string;
                            } | null;
                            credentialValidDays?: number | null;
                            renewalDrawCount?: number | null;
                            /** @default null */
                            opensAt: string | null;
                            /** @default null */
                            closesAt: string | null;
                        };
                        policySources: {
                            /** @enum {string} */
                            passMark: "default" | "course" | "section";
                            /** @enum {string} */
                            timeLimitSeconds: "default" | "course" | "section";
                            /** @enum {string} */
                            attemptsMax: "default" | "course" | "section";
                            /** @enum {string} */
                            cooldownSeconds: "default" | "course" | "section";
                            /** @enum {string} */
                            drawCount: "default" | "course" | "section";
                            /** @enum {string} */
                            fixedQuestions: "default" | "course" | "section";
                            /** @enum {string} */
                            pools: "default" | "course" | "section";
                            /** @enum {string} */
                            shuffleQuestions: "default" | "course" | "section";
                            /** @enum {string} */
                            shuffleOptions: "default" | "course" | "section";
                            /** @enum {string} */
                            review: "default" | "course" | "section";
                            /** @enum {string} */
                            reviewPhases: "default" | "course" | "section";
                            /** @enum {string} */
                            aggregation: "default" | "course" | "section";
                            /** @enum {string} */
                            practice: "default" | "course" | "section";
                            /** @enum {string} */
                            credentialValidDays: "default" | "course" | "section";
                            /** @enum {string} */
                            renewalDrawCount: "default" | "course" | "section";
                            /** @enum {string} */
                            opensAt: "default" | "course" | "section";
                            /** @enum {string} */
                            closesAt: "default" | "course" | "section";
                        };
                        questionCount: number;
                        version: number;
                        topics: {
                            id: string;
                            key: string | null;
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
    Questions_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                tag?: string;
                difficulty?: "easy" | "medium" | "hard";
                type?: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                search?: string;
                flagged?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Questions of the section with their keys, in the order they came */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "single_choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                            floor?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "multiple_choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                            /** @enum {string} */
                            scoring?: "all_or_nothing" | "per_option" | "weighted";
                            floor?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "true_false";
                            key: boolean;
                            feedback?: {
                                true?: string;
                                false?: string;
                            };
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "short_text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "numeric";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "matching";
                            prompts: {
                                id: string;
                                text: string;
                                match: string;
                                feedback?: string;
                            }[];
                            choices: {
                                id: string;
                                text: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                            /**
                             * @default per_part
                             * @enum {string}
                             */
                            scoring: "per_part" | "all_or_nothing";
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "ordering";
                            items: {
                                id: string;
                                text: string;
                            }[];
                            /**
                             * @default exact
                             * @enum {string}
                             */
                            scoring: "exact" | "adjacent_pairs";
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "cloze";
                            gaps: ({
                                id: string;
                                weight?: string;
                                /** @constant */
                                kind: "text";
                                accepted: string[];
                                /** @default false */
                                caseSensitive: boolean;
                                alternatives?: {
                                    text: string;
                                    share: string;
                                    feedback?: string;
                                    caseSensitive?: boolean;
                                }[];
                                otherFeedback?: string;
                            } | {
                                id: string;
                                weight?: string;
                                /** @constant */
                                kind: "number";
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                /** @enum {string} */
                                toleranceKind?: "absolute" | "relative";
                                unit?: string;
                                units?: {
                                    unit: string;
                                    multiplier: string;
                                }[];
                                /** @enum {string} */
                                unitRule?: "optional" | "required";
                                unitPenalty?: string;
                                alternatives?: {
                                    value: string;
                                    /** @default 0 */
                                    tolerance: string;
                                    share: string;
                                    feedback?: string;
                                }[];
                                otherFeedback?: string;
                            } | {
                                id: string;
                                weight?: string;
                                /** @constant */
                                kind: "choice";
                                options: {
                                    id: string;
                                    text: string;
                                    isKey: boolean;
                                    share?: string;
                                    feedback?: string;
                                }[];
                                /** @default true */
                                shuffle: boolean;
                            })[];
                            /**
                             * @default per_part
                             * @enum {string}
                             */
                            scoring: "per_part" | "all_or_nothing";
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        } | {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name?: string;
                            stem: string;
                            explanation?: string;
                            hints?: string[];
                            outcomeFeedback?: {
                                correct?: string;
                                partial?: string;
                                incorrect?: string;
                            };
                            /** @default [] */
                            tags: string[];
                            /** @enum {string} */
                            difficulty?: "easy" | "medium" | "hard";
                            /** @default 1 */
                            points: string;
                            /** @constant */
                            type: "essay";
                            wordsMin?: number;
                            wordsMax?: number;
                            /**
                             * @default text
                             * @enum {string}
                             */
                            format: "text" | "code";
                            template?: string;
                            rubric?: {
                                id: string;
                                title: string;
                                levels: {
                                    id: string;
                                    text: string;
                                    points: string;
                                }[];
                            }[];
                            markerNotes?: string;
                            /** Format: uuid */
                            sectionId: string;
                            /** Format: date-time */
                            updatedAt: string;
                            statistics: {
                                version: number;
                                attempts: number;
                                facility: number | null;
                                discrimination: number | null;
                                flags: string[];
                                openChallenges: number;
                                /** Format: date-time */
                                analysedAt: string;
                            } | null;
                        })[];
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
    Questions_add: {
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
                    question: {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "single_choice";
                        options: {
                            id?: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        floor?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "multiple_choice";
                        options: {
                            id?: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive?: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance?: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance?: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle?: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring?: "per_part" | "all_or_nothing";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring?: "exact" | "adjacent_pairs";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive?: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance?: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance?: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @enum {string} */
                            kind: "choice";
                            options: {
                                id?: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle?: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring?: "per_part" | "all_or_nothing";
                    } | {
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags?: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points?: string;
                        /** @enum {string} */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format?: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The new question, version 1 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "single_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "multiple_choice";
                        options: {
                            id: string;
                            text: string;
                            isKey: boolean;
                            share?: string;
                            feedback?: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /** @enum {string} */
                        scoring?: "all_or_nothing" | "per_option" | "weighted";
                        floor?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "true_false";
                        key: boolean;
                        feedback?: {
                            true?: string;
                            false?: string;
                        };
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "short_text";
                        accepted: string[];
                        /** @default false */
                        caseSensitive: boolean;
                        alternatives?: {
                            text: string;
                            share: string;
                            feedback?: string;
                            caseSensitive?: boolean;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "numeric";
                        value: string;
                        /** @default 0 */
                        tolerance: string;
                        /** @enum {string} */
                        toleranceKind?: "absolute" | "relative";
                        unit?: string;
                        units?: {
                            unit: string;
                            multiplier: string;
                        }[];
                        /** @enum {string} */
                        unitRule?: "optional" | "required";
                        unitPenalty?: string;
                        alternatives?: {
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            share: string;
                            feedback?: string;
                        }[];
                        otherFeedback?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "matching";
                        prompts: {
                            id: string;
                            text: string;
                            match: string;
                            feedback?: string;
                        }[];
                        choices: {
                            id: string;
                            text: string;
                        }[];
                        /** @default true */
                        shuffle: boolean;
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "ordering";
                        items: {
                            id: string;
                            text: string;
                        }[];
                        /**
                         * @default exact
                         * @enum {string}
                         */
                        scoring: "exact" | "adjacent_pairs";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "cloze";
                        gaps: ({
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "text";
                            accepted: string[];
                            /** @default false */
                            caseSensitive: boolean;
                            alternatives?: {
                                text: string;
                                share: string;
                                feedback?: string;
                                caseSensitive?: boolean;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "number";
                            value: string;
                            /** @default 0 */
                            tolerance: string;
                            /** @enum {string} */
                            toleranceKind?: "absolute" | "relative";
                            unit?: string;
                            units?: {
                                unit: string;
                                multiplier: string;
                            }[];
                            /** @enum {string} */
                            unitRule?: "optional" | "required";
                            unitPenalty?: string;
                            alternatives?: {
                                value: string;
                                /** @default 0 */
                                tolerance: string;
                                share: string;
                                feedback?: string;
                            }[];
                            otherFeedback?: string;
                        } | {
                            id: string;
                            weight?: string;
                            /** @constant */
                            kind: "choice";
                            options: {
                                id: string;
                                text: string;
                                isKey: boolean;
                                share?: string;
                                feedback?: string;
                            }[];
                            /** @default true */
                            shuffle: boolean;
                        })[];
                        /**
                         * @default per_part
                         * @enum {string}
                         */
                        scoring: "per_part" | "all_or_nothing";
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
                    } | {
                        /** Format: uuid */
                        id: string;
                        version: number;
                        name?: string;
                        stem: string;
                        explanation?: string;
                        hints?: string[];
                        outcomeFeedback?: {
                            correct?: string;
                            partial?: string;
                            incorrect?: string;
                        };
                        /** @default [] */
                        tags: string[];
                        /** @enum {string} */
                        difficulty?: "easy" | "medium" | "hard";
                        /** @default 1 */
                        points: string;
                        /** @constant */
                        type: "essay";
                        wordsMin?: number;
                        wordsMax?: number;
                        /**
                         * @default text
                         * @enum {string}
                         */
                        format: "text" | "code";
                        template?: string;
                        rubric?: {
                            id: string;
                            title: string;
                            levels: {
                                id: string;
                                text: string;
                                points: string;
                            }[];
                        }[];
                        markerNotes?: string;
                        /** Format: uuid */
                        sectionId: string;
                        /** Format: date-time */
                        updatedAt: string;
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
    Exports_exportQuestions: {
        parameters: {
            query: {
                format: "markdown" | "gift" | "moodle_xml" | "aiken" | "csv" | "qti" | "yaml" | "json";
                report?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file; with `report=true` what it could not hold, question by question */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fileName: string;
                        items: {
                            title: string;
                            key: string;
                            /** @enum {string} */
                            outcome: "written" | "written_with_loss" | "left_out";
                            readonly losses: string[];
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
    Imports_importQuestions: {
        parameters: {
            query?: {
                dryRun?: boolean;
            };
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
                     * @description `auto` tells it from the file and its name.
                     * @enum {string}
                     */
                    format: "auto" | "markdown" | "gift" | "moodle_xml" | "aiken" | "csv" | "qti" | "yaml" | "json";
                    text?: string;
                    base64?: string;
                    /** @description Of the file; its ending may tell the format. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description What became of each item of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "markdown" | "gift" | "moodle_xml" | "aiken" | "csv" | "qti" | "yaml" | "json";
                        imported: number;
                        refused: number;
                        items: {
                            line: number;
                            title: string;
                            /** @enum {string} */
                            outcome: "imported" | "imported_with_loss" | "refused";
                            /** Format: uuid */
                            questionId?: string;
                            losses: string[];
                            reasons: string[];
                        }[];
                        notes: {
                            line: number;
                            kind: string;
                            message: string;
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
    Imports_importFile: {
        parameters: {
            query?: {
                /** @description `auto` tells it from the file and its name. */
                format?: "auto" | "markdown" | "gift" | "moodle_xml" | "aiken" | "csv" | "qti" | "yaml" | "json";
                /** @description Of the file; its ending may tell the format. */
                name?: string;
                dryRun?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "application/zip": string;
            };
        };
        responses: {
            /** @description What became of each item of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "markdown" | "gift" | "moodle_xml" | "aiken" | "csv" | "qti" | "yaml" | "json";
                        imported: number;
                        refused: number;
                        items: {
                            line: number;
                            title: string;
                            /** @enum {string} */
                            outcome: "imported" | "imported_with_loss" | "refused";
                            /** Format: uuid */
                            questionId?: string;
                            losses: string[];
                            reasons: string[];
                        }[];
                        notes: {
                            line: number;
                            kind: string;
                            message: string;
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
    QuestionBatches_moveMany: {
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
                    questions: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
                    /** Format: uuid */
                    sectionId: string;
                };
            };
        };
        responses: {
            /** @description The questions are in their new section */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: {
                            /** Format: uuid */
                            id: string;
                            version: number;
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
    QuestionBatches_removeMany: {
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
                    questions: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The questions left the draft; publications keep them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: {
                            /** Format: uuid */
                            id: string;
                            version: number;
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
    QuestionBatches_tagMany: {
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
                    questions: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
                    /** @default [] */
                    add?: string[];
                    /** @default [] */
                    remove?: string[];
                };
            };
        };
        responses: {
            /** @description The questions with the versions that they have now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: {
                            /** Format: uuid */
                            id: string;
                            version: number;
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
    Questions_tags: {
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
            /** @description Counts by tag, difficulty and type, for filters and pools */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: number;
                        tags: {
                            tag: string;
                            count: number;
                            easy: number;
                            medium: number;
                            hard: number;
                        }[];
                        isComplete: boolean;
                        difficulties: {
                            difficulty: ("easy" | "medium" | "hard") | null;
                            count: number;
                        }[];
                        types: {
                            /** @enum {string} */
                            type: "single_choice" | "multiple_choice" | "true_false" | "short_text" | "numeric" | "matching" | "ordering" | "cloze" | "essay";
                            count: number;
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
}
