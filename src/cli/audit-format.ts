/** What an audit may be printed as. */

export const AUDIT_FORMATS = ["text", "json", "csv"] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];
