/** The text that heads every exception of Twilio's libraries. What failed is after it. */
const TWILIO_HEAD = /^(?:\[HTTP (\d{3})\] )?Unable to \w{1,20} record(?:: |$)/;

export function readException(
  text: string,
): { provider: string; http: number; message: string } | null {
  const [head, status] = TWILIO_HEAD.exec(text) ?? [];
  if (head === undefined) return null;

  return {
    provider: 'twilio',
    http: Number(status),
    message: text.slice(head.length),
  };
}
