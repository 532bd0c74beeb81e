/** What the event is about has not arrived here yet; its delivery is repeated until it has. */
export class AchievementSubjectUnknown extends Error {
  constructor(what: 'section' | 'learner', id: string) {
    super(`The ${what} ${id} has not arrived in this service's read models yet.`);
    this.name = 'AchievementSubjectUnknown';
  }
}
