import { useState } from 'react';

const mediaName = /^media:([A-Za-z0-9_-]{1,80}\.(?:png|jpe?g|gif|webp))$/;

/** The address of a picture in our own store; null for every other one. */
export function mediaAddress(url: string): string | null {
  const name = mediaName.exec(url)?.[1];
  return name === undefined ? null : `/api/content/v1/media/${name}`;
}

/** A picture of the course. One that does not come is told in words, so that nobody answers without knowing of it. */
export function Picture({ address, description }: { address: string; description: string }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return (
      <span className="picture-broken" role="img" aria-label={`Picture that could not be loaded: ${description}`}>
        This picture could not be loaded{description === '' ? '.' : `: ${description}`}
      </span>
    );
  }
  return (
    <img
      className="picture"
      src={address}
      alt={description}
      loading="lazy"
      decoding="async"
      onError={() => setBroken(true)}
    />
  );
}
