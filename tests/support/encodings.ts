/** Writes a text in an encoding that Node only reads: GBK or Big5. Throws where it has no place for a character. */
export function encode(text: string, encoding: 'gbk' | 'big5'): Buffer {
  const table = tables[encoding] ?? (tables[encoding] = tableOf(encoding));
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = character < '\x80' ? [character.charCodeAt(0)] : table.get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}.`);
      return bytes;
    }),
  );
}

const tables: Partial<Record<'gbk' | 'big5', Map<string, number[]>>> = {};

function tableOf(encoding: 'gbk' | 'big5'): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0xa1; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, [lead, trail]);
    }
  for (let lead = 0x81; lead < 0xa1 && encoding === 'gbk'; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  return table;
}
