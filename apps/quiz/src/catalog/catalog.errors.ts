/** The manifest came before a section that it names: the order within a course was broken, and serving half would be worse. */
export class PublicationIncomplete extends Error {
  constructor(courseId: string, publication: number, missing: number) {
    super(`Publication ${publication} of course ${courseId} names ${missing} section(s) that have not arrived.`);
    this.name = 'PublicationIncomplete';
  }
}
