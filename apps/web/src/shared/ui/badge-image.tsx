/** The badge as it was issued, from the service that signed it. Decorative: its words always stand beside it. */
export function BadgeImage({ credentialId, size }: { credentialId: string; size: number }) {
  return (
    <img
      className="badge-image"
      src={`/api/quiz/v1/credentials/${encodeURIComponent(credentialId)}?format=svg`}
      alt=""
      width={size}
      height={size}
    />
  );
}
