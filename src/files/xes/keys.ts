/** Keys of what a log in XES (IEEE 1849) says: those of its standard extensions, and our own. */

export const XES_NAMESPACE = "http://www.xes-standard.org/";

/** An extension by the prefix of its keys. Ours is a name: nothing is to be fetched there. */
export const EXTENSIONS = [
  { name: "Concept", prefix: "concept", uri: `${XES_NAMESPACE}concept.xesext` },
  { name: "Time", prefix: "time", uri: `${XES_NAMESPACE}time.xesext` },
  { name: "Organizational", prefix: "org", uri: `${XES_NAMESPACE}org.xesext` },
  { name: "Lifecycle", prefix: "lifecycle", uri: `${XES_NAMESPACE}lifecycle.xesext` },
  { name: "QualityAwardKernel", prefix: "qak", uri: "urn:quality-award-kernel:xes:1" },
] as const;

export const KEYS = {
  /** The activity of an event, the applicant of a trace. */
  name: "concept:name",
  time: "time:timestamp",
  transition: "lifecycle:transition",
  model: "lifecycle:model",
  /** The body that did it; foreign logs may say it as the role. */
  group: "org:group",
  role: "org:role",
  person: "org:resource",
  award: "qak:award",
  /** Of a trace: `edition` or `applicant`. */
  of: "qak:of",
  /** Place of an event in the log, from 0. */
  place: "qak:place",
  recordedOn: "qak:recordedOn",
  evidence: "qak:evidence",
  /** Of an event whose data is confidential as a whole: the digest. */
  data: "qak:data",
  /** What the applicant or the event declares confidential, JSON Pointers into it. */
  confidential: "qak:confidential",
  /** Members that are null; `data.result` is `result` in `data`. */
  nulls: "qak:null",
  /** Of an event whose data is there, with nothing in it. */
  emptyData: "qak:emptyData",
  /** An applicant, or a person, where the log has it as a number, or with spaces around it. */
  nameAsGiven: "qak:name",
  personAsGiven: "qak:person",
} as const;

/** Before the names of fields: of the data of an event, of an applicant, of the edition. */
export const FIELD_PREFIX = { event: "qak:data.", applicant: "qak:applicant.", edition: "qak:edition." } as const;

/** Labels, written for those who read the log, and not read back. */
export const LABELS = {
  activityZh: "qak:activityZh",
  activityEn: "qak:activityEn",
  bodyZh: "qak:bodyZh",
  bodyEn: "qak:bodyEn",
} as const;
