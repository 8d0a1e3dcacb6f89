import { say } from '../../copy/say.ts';
import { encodeQR } from 'qr';
import { useMemo } from 'react';

/** A link as a QR code, dark on light in every theme, so that every camera reads it. */
export function QrCode({ link }: { readonly link: string }) {
  const rows = useMemo(() => squares(link), [link]);
  if (rows === null)
    return <p className="qr quiet">{say('{n} characters are more than a QR code holds.', { n: link.length })}</p>;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x},${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={say('The link as a QR code')}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** Null where the link is too long. */
function squares(link: string): readonly (readonly boolean[])[] | null {
  try {
    return encodeQR(link, 'raw', { ecc: 'low', border: 3 });
  } catch {
    return null;
  }
}
