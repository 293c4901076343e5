import { correction, generate } from 'lean-qr';
import { toPngBuffer } from 'lean-qr/extras/node_export';
import { toSvgSource } from 'lean-qr/extras/svg';

const QUIET = 4;
const MARKS = { padX: QUIET, padY: QUIET };

const codes = new Map<string, ReturnType<typeof generate>>();

function codeOf(address: string) {
  const code = codes.get(address) ?? generate(address, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  codes.set(address, code);
  return code;
}

/** The QR code of an address as SVG: error level M, quiet zone of 4 modules, black on white. */
export function qrSvg(address: string): string {
  return toSvgSource(codeOf(address), { ...MARKS, on: '#000', off: '#fff' });
}

/** The same as PNG, 8 pixels a module. */
export function qrPng(address: string): Uint8Array {
  return toPngBuffer(codeOf(address), { ...MARKS, on: [0, 0, 0], off: [255, 255, 255], scale: 8 });
}

/** The modules on one side of the code, quiet zone included. */
export function qrModules(address: string): number {
  return codeOf(address).size + 2 * QUIET;
}
