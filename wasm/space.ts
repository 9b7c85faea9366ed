/** What does not count around a cell: a space, a tab, and in UTF-8 U+00A0, U+3000 and U+FEFF. */

const SPACE: u8 = 32;
const TAB: u8 = 9;

/** Bytes of the space that begins at `at`, up to two of which may be read beyond it; 0 where none does. */
export function spaceAt(at: usize): usize {
  const byte = load<u8>(at);
  if (byte < 0x80) return byte === SPACE || byte === TAB ? 1 : 0;
  if (byte === 0xc2) return load<u8>(at, 1) === 0xa0 ? 2 : 0;
  if (byte === 0xe3) return load<u16>(at, 1) === 0x8080 ? 3 : 0;
  return byte === 0xef && load<u16>(at, 1) === 0xbfbb ? 3 : 0;
}

/** Bytes of the space that ends before `end`, in front of which three may be read; 0 where none does. */
export function spaceBefore(end: usize): usize {
  const byte = load<u8>(end - 1);
  if (byte < 0x80) return byte === SPACE || byte === TAB ? 1 : 0;
  if (byte === 0xa0) return load<u8>(end - 2) === 0xc2 ? 2 : 0;
  if (byte === 0x80) return load<u16>(end - 3) === 0x80e3 ? 3 : 0;
  return byte === 0xbf && load<u16>(end - 3) === 0xbbef ? 3 : 0;
}
