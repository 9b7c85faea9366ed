/** A log in XES as it is written: what stands in it, and where. */

export type AttributeType = "string" | "date" | "int" | "float" | "boolean" | "id" | "list";

export interface XesAttribute {
  readonly type: AttributeType;
  readonly key: string;
  /** As it is written; nothing where it is a list. */
  readonly value: string;
  /** Of a list. */
  readonly items: XesAttribute[];
  readonly line: number;
  readonly column: number;
}

/** The log itself, a trace, or an event. */
export interface XesPart {
  /** `/traces/0/events/3` */
  readonly pointer: string;
  readonly line: number;
  /** By key, in the order of the file; that of one within another is `outer/inner`. */
  readonly attributes: Map<string, XesAttribute>;
}

export interface XesTrace extends XesPart {
  readonly events: XesPart[];
}

export interface XesDocument extends XesPart {
  readonly traces: XesTrace[];
  /** Of no trace. */
  readonly events: XesPart[];
}
