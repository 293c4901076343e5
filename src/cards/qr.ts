import qrcode from 'qrcode';

const MARKS = { errorCorrectionLevel: 'M', margin: 4 } as const;

/** The QR code of an address as SVG: error level M, quiet zone of 4 modules, black on white. */
export function qrSvg(address: string): Promise<string> {
  return qrcode.toString(address, { ...MARKS, type: 'svg' });
}

/** The same as PNG, 8 pixels a module. */
export function qrPng(address: string): Promise<Buffer> {
  return qrcode.toBuffer(address, { ...MARKS, scale: 8 });
}

/** The modules on one side of the code, quiet zone included. */
export function qrModules(address: string): number {
  return qrcode.create(address, MARKS).modules.size + 2 * MARKS.margin;
}
