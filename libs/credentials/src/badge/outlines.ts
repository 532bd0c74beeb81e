/** Where an outline is drawn: middle of the picture, and how far its edge is from there. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

type Outline = (frame: Frame) => string;

/** Shapes of marks that people have put beside their ways. Each fills a circle of radius `size` and is closed. */
export const wayMarks: readonly Outline[] = [
  regular(6, -90), // a bolt head
  regular(6, 0),
  regular(8, 22.5), // an octagonal sign
  regular(5, -90), // a gable
  milestone,
  shield,
  diamond,
  signpost,
];

/** The rosette of a certificate: a round with `count` soft points. */
export function rosette(frame: Frame, count: number): string {
  const points = Array.from({ length: count * 2 }, (_, index) =>
    around({ ...frame, size: frame.size * (index % 2 === 0 ? 1 : 0.93) }, (index * 180) / count),
  );
  return `M${points.join('L')}Z`;
}

function regular(corners: number, firstDegrees: number): Outline {
  return (frame) => {
    const points = Array.from({ length: corners }, (_, index) => around(frame, firstDegrees + (index * 360) / corners));
    return `M${points.join('L')}Z`;
  };
}

/** A stone with a round head. */
function milestone({ x, y, size }: Frame): string {
  const half = size * 0.84;
  return `M${pair(x - half, y + size * 0.92)}V${round(y - size * 0.12)}A${round(half)} ${round(half)} 0 0 1 ${pair(x + half, y - size * 0.12)}V${round(y + size * 0.92)}Z`;
}

/** The painted shield of a hiking trail. */
function shield({ x, y, size }: Frame): string {
  const half = size * 0.86;
  const top = y - size * 0.86;
  return (
    `M${pair(x - half, top)}H${round(x + half)}V${round(y + size * 0.1)}` +
    `C${pair(x + half, y + size * 0.62)} ${pair(x + half * 0.42, y + size * 0.86)} ${pair(x, y + size)}` +
    `C${pair(x - half * 0.42, y + size * 0.86)} ${pair(x - half, y + size * 0.62)} ${pair(x - half, y + size * 0.1)}Z`
  );
}

/** A square on its corner, rounded. */
function diamond(frame: Frame): string {
  const { x, y, size } = frame;
  const [far, near] = [size * 1.06, size * 0.16];
  return (
    `M${pair(x - near, y - far + near)}Q${pair(x, y - far)} ${pair(x + near, y - far + near)}` +
    `L${pair(x + far - near, y - near)}Q${pair(x + far, y)} ${pair(x + far - near, y + near)}` +
    `L${pair(x + near, y + far - near)}Q${pair(x, y + far)} ${pair(x - near, y + far - near)}` +
    `L${pair(x - far + near, y + near)}Q${pair(x - far, y)} ${pair(x - far + near, y - near)}Z`
  );
}

/** A board that points the way. */
function signpost({ x, y, size }: Frame): string {
  const half = size * 0.84;
  return (
    `M${pair(x - size * 0.92, y - half)}H${round(x + size * 0.46)}L${pair(x + size * 1.04, y)}` +
    `L${pair(x + size * 0.46, y + half)}H${round(x - size * 0.92)}Z`
  );
}

function around({ x, y, size }: Frame, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return pair(x + size * Math.cos(angle), y + size * Math.sin(angle));
}

function pair(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** One decimal: the last digits of sine and cosine differ between machines, and the picture must not. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
