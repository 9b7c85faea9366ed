/** What unpacks the pages of a Parquet file: Snappy by the library, the others by Node, each as far as this Node has it. */
import * as zlib from "node:zlib";
import { type CompressionCodec, snappyUncompress } from "hyparquet";

type Unpack = (input: Uint8Array, outputLength: number) => Uint8Array;

/** Zstandard came with Node 22. */
const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (input: Uint8Array, options: object) => Uint8Array };

/** 256 MiB: what a page claims to unpack to is set aside before it is unpacked. Pages are a megabyte or so. */
const MAX_PAGE = 256 * 2 ** 20;

export const CODECS: Readonly<Partial<Record<CompressionCodec, Unpack>>> = {
  UNCOMPRESSED: (input) => input,
  SNAPPY: bounded((input, outputLength) => {
    const output = new Uint8Array(outputLength);
    snappyUncompress(input, output);
    return output;
  }),
  GZIP: bounded((input, outputLength) => zlib.gunzipSync(input, { maxOutputLength: outputLength })),
  BROTLI: bounded((input, outputLength) => zlib.brotliDecompressSync(input, { maxOutputLength: outputLength })),
  ...(zstdDecompressSync === undefined
    ? {}
    : { ZSTD: bounded((input, outputLength) => zstdDecompressSync(input, { maxOutputLength: outputLength })) }),
};

function bounded(unpack: Unpack): Unpack {
  return (input, outputLength) => {
    if (outputLength > MAX_PAGE) throw new Error(`a page of ${outputLength} bytes`);
    return unpack(input, outputLength);
  };
}
