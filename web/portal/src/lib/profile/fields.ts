/** What forms of blocks are made of, and the entries that they begin with. */
import type { PatientUpdateInput, ProfileBlock, ProfileBlocksFragment } from '@heya/client/generated/graphql';

export type Row = Record<string, string>;

export interface FieldOf {
  key: string;
  label: () => string;
  kind: 'text' | 'long' | 'day' | 'phone' | 'digits' | 'choice';
  required?: boolean;
  help?: () => string;
  options?: () => { value: string; label: string }[];
}

/** One part of a form: fields once, or as often as there are entries. */
export interface Section {
  /** The field of `PatientUpdateInput`, and where its problems are told. */
  path: string;
  title?: () => string;
  /** Entries can be added and taken away. */
  many: boolean;
  /** What one more entry is called. */
  add?: () => string;
  fields: FieldOf[];
  read(patient: ProfileBlocksFragment): Row[];
}

export interface BlockForm {
  sections: Section[];
  /** @param rows per section, without those left blank */
  write(rows: Row[][]): Partial<PatientUpdateInput>;
}

export type EditedBlock = Exclude<ProfileBlock, 'FAMILY_CONTACTS'>;
