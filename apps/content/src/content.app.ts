import { Module } from '@nestjs/common';
import { CreateMessagingTables } from '#libs/messaging';
import { CreatePlatformTables1764000000000, type ServiceDefinition } from '#libs/platform';

import { access } from './access.js';
import { Course } from './courses/course.entity.js';
import { CoursesController } from './courses/courses.controller.js';
import { CoursesService } from './courses/courses.service.js';
import { CourseFoldersService } from './imports/course-folders.service.js';
import { ExportsController } from './imports/exports.controller.js';
import { FolderIntakeService } from './imports/folder-intake.service.js';
import { ImportsController } from './imports/imports.controller.js';
import { QuestionExportsService } from './imports/question-exports.service.js';
import { QuestionImportsService } from './imports/question-imports.service.js';
import { QuestionIntakeService } from './imports/question-intake.service.js';
import { Reader } from './imports/reader.service.js';
import { RoadmapImportsService } from './imports/roadmap-imports.service.js';
import { MediaController } from './media/media.controller.js';
import { CourseMedia, Media } from './media/media.entity.js';
import { MediaService } from './media/media.service.js';
import { CreateContentTables1764000002000 } from './migrations/1764000002000-create-content-tables.js';
import { InheritPolicies1764000002100 } from './migrations/1764000002100-inherit-policies.js';
import { StoreMedia1764000002110 } from './migrations/1764000002110-store-media.js';
import { ItemsEvents } from './items/items.events.js';
import { ItemsService } from './items/items.service.js';
import { CreateQuestionStatistics1764000002200 } from './migrations/1764000002200-create-question-statistics.js';
import { PeopleEvents } from './people/people.events.js';
import { PeopleService, recentStandings } from './people/people.service.js';
import { Person } from './people/person.entity.js';
import { Publication } from './publications/publication.entity.js';
import { PublicationsController } from './publications/publications.controller.js';
import { PublicationsService } from './publications/publications.service.js';
import { QuestionBatchesController } from './questions/question-batches.controller.js';
import { QuestionBatchesService } from './questions/question-batches.service.js';
import { QuestionVersion } from './questions/question-version.entity.js';
import { QuestionRow } from './questions/question.entity.js';
import { QuestionsController } from './questions/questions.controller.js';
import { QuestionsService } from './questions/questions.service.js';
import { Section } from './sections/section.entity.js';
import { SectionsController } from './sections/sections.controller.js';
import { SectionsService } from './sections/sections.service.js';

@Module({
  controllers: [
    CoursesController,
    ExportsController,
    ImportsController,
    ItemsEvents,
    MediaController,
    PeopleEvents,
    PublicationsController,
    QuestionBatchesController,
    QuestionsController,
    SectionsController,
  ],
  providers: [
    CourseFoldersService,
    CoursesService,
    FolderIntakeService,
    ItemsService,
    MediaService,
    PeopleService,
    PublicationsService,
    QuestionBatchesService,
    QuestionExportsService,
    QuestionImportsService,
    QuestionIntakeService,
    QuestionsService,
    Reader,
    RoadmapImportsService,
    SectionsService,
  ],
})
export class ContentModule {}

export const content: ServiceDefinition = {
  name: 'content',
  module: ContentModule,
  entities: [Course, CourseMedia, Media, Person, Publication, QuestionRow, QuestionVersion, Section],
  migrations: [
    CreatePlatformTables1764000000000,
    CreateMessagingTables,
    CreateContentTables1764000002000,
    InheritPolicies1764000002100,
    StoreMedia1764000002110,
    CreateQuestionStatistics1764000002200,
  ],
  access,
  groups: ['content.people', 'content.items'],
  standings: (dataSource) => () => recentStandings(dataSource),
};
