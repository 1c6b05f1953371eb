/** A file of forms that came back on paper, page by page (R19): drawn anew, upright, sealed with a data key of each page's own. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { ReviewTask } from '../inbox/index.ts';

export const Scan = defineEntity({
  name: 'Scan',
  properties: {
    /** Made by the client. */
    id: p.uuid().primary(),
    districtId: p.uuid(),
    /** Of the file as it came, by which the same one is known again; null once nothing of it is kept. */
    sha256: p.string().length(64).nullable(),
    pageCount: p.integer(),
    uploadedBy: p.uuid(),
    uploadedAt: p.datetime(),
  },
  uniques: [{ name: 'scan_content', properties: ['districtId', 'sha256'] }],
});
export type Scan = InferEntity<typeof Scan>;

export const ScanPage = defineEntity({
  name: 'ScanPage',
  properties: {
    /** In the order in which pages came. */
    id: p.uuid().primary(),
    scanId: () => p.manyToOne(Scan).mapToPk().fieldName('scan_id').deleteRule('restrict').updateRule('no action'),
    districtId: p.uuid(),
    /** Within the file, from 1. */
    number: p.integer(),
    /** As its QR codes say. */
    receiptNumbers: p.array(),
    /** Pixels. */
    width: p.integer(),
    height: p.integer(),
    /** WebP, sealed; null once discarded. */
    sealed: p.blob().nullable().lazy(),
    /** The item of the inbox that it belongs to; null: nobody could tell yet. */
    taskId: () => p.manyToOne(ReviewTask).mapToPk().fieldName('task_id').deleteRule('restrict').updateRule('no action').nullable(),
    filedAt: p.datetime().nullable(),
    /** The officer; null: by its QR code. */
    filedBy: p.uuid().nullable(),
    discardedAt: p.datetime().nullable(),
    discardedBy: p.uuid().nullable(),
    discardReason: p.text().nullable(),
  },
  uniques: [{ name: 'scan_page_number', properties: ['scanId', 'number'] }],
  indexes: [
    { name: 'scan_page_task', properties: ['taskId', 'id'] },
    {
      name: 'scan_page_unfiled',
      expression: 'create index scan_page_unfiled on scan_page (district_id, id) where task_id is null and discarded_at is null',
    },
  ],
});
export type ScanPage = InferEntity<typeof ScanPage>;
