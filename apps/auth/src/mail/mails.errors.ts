import { Refusal } from '#libs/platform';

export class MailNotConfigured extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'mail_not_configured';

  constructor() {
    super(
      'There is no mail server to send this with: the setting SMTP_URL is empty. Until then, messages are kept here.',
    );
  }
}

export class MailNotRetriable extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'mail_not_retriable';

  constructor() {
    super(
      'This message is sent already, waits to be sent, or holds a link that has ended. Have a new one made instead.',
    );
  }
}
