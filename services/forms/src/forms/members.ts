/** The people of a room, as 4-1 and 4-2 list them. */
import type { MemberOnForm } from '../contents.ts';
import { checkBox, text } from '../paper/block.ts';
import { contentWidth, type Paper, type Row } from '../paper/paper.ts';
import { roomRoles } from '../words.ts';
import { columns } from './parts.ts';

const widths = { number: 10, name: 42, profession: 30, facility: contentWidth - 138, role: 24, steward: 16, hasId: 16 };

/** @param blankRows how many rows there are to write in by hand */
export function writeMembers(paper: Paper, members: MemberOnForm[] | undefined, blankRows: number): void {
  const rows = members ? members.map(memberRow) : Array.from({ length: blankRows }, (_, index) => memberRow(undefined, index));
  paper.table(rows, {
    head: columns([
      ['No.', widths.number],
      ['氏名', widths.name],
      ['職種・続柄', widths.profession],
      ['所属', widths.facility],
      [members ? '参加の区分' : '区分を○で', widths.role],
      ['世話役', widths.steward],
      ['ID有', widths.hasId],
    ]),
    after: 2,
  });
}

function memberRow(member: MemberOnForm | undefined, index: number): Row {
  const role = member ? text(roomRoles[member.role], { size: 9 }) : text('職員・本人・家族', { size: 7, align: 'center' });
  return {
    cells: [
      { block: text(String(index + 1), { align: 'center' }), width: widths.number },
      { block: text(member?.name ?? ''), width: widths.name },
      { block: text(member?.profession ?? '', { size: 9 }), width: widths.profession },
      { block: text(member?.facilityName ?? '', { size: 9 }), width: widths.facility },
      { block: role, width: widths.role },
      { block: checkBox(member?.isSteward ?? false), width: widths.steward },
      { block: checkBox(member?.hasId ?? false), width: widths.hasId },
    ],
    minHeight: member ? 8.5 : 11,
  };
}
