import { describe, expect, it } from 'vitest';
import type { PhotoDraft } from '#lib/photo/photo-draft.ts';
import type { RoomPost } from './posts.ts';
import { answering, asksNobody, audienceOf, calling, emptyNote, emptyVisit, isBlank, toContent } from './note.ts';

const parent = (audience: 'CARE_TEAM' | 'EVERYONE') => ({ id: 'p', authorName: '看護師', audience }) as RoomPost;

const place = { roomId: 'r', everyoneOnly: false, people: [{ words: '鈴木 花子', userId: 'u' }] };

describe('a note', () => {
  it('is sent as short as it is: the same words are one content, whatever was opened and left alone', () => {
    const content = toContent({ ...emptyNote(), body: ' 変わりありません ' }, place);
    expect(content).toEqual({ roomId: 'r', kind: 'NOTE', audience: 'CARE_TEAM', body: '変わりありません' });
    expect(toContent({ ...emptyNote(), body: '変わりありません', visit: emptyVisit() }, place)).toEqual(content);
  });

  it('goes with photos that were brought, and with photos alone; one that was refused is none', () => {
    const photo = { id: 'f', alt: '', isBodyImage: false, bodySite: '', marks: [], takenAt: '', state: 'THERE' } as unknown as PhotoDraft;
    const uploads = [{ uploadId: 'f', isBodyImage: false }];
    const refused = { ...photo, id: 'x', state: 'REFUSED' as const };
    expect(toContent({ ...emptyNote(), body: '発赤', photos: [photo, refused] }, place)).toMatchObject({ kind: 'NOTE', uploads });
    expect(toContent({ ...emptyNote(), photos: [photo] }, place)).toMatchObject({ kind: 'PHOTO', body: null, uploads });
    expect([isBlank({ ...emptyNote(), photos: [photo] }), isBlank({ ...emptyNote(), photos: [refused] })]).toEqual([false, true]);
  });

  it('names whoever its words name, in places without the blanks around it', () => {
    expect(toContent({ ...emptyNote(), body: ' @鈴木 花子 へ' }, place).mentions).toEqual([{ userId: 'u', start: 0, end: 6 }]);
  });

  it('answers within the circle of what it answers', () => {
    expect(audienceOf(answering(emptyNote(), parent('EVERYONE')), false)).toBe('EVERYONE');
    expect(audienceOf({ ...answering(emptyNote(), parent('CARE_TEAM')), audience: 'EVERYONE' }, false)).toBe('CARE_TEAM');
    expect(audienceOf(emptyNote(), true)).toBe('EVERYONE');
  });

  it('keeps what was typed when an answer is begun', () => {
    expect(answering({ ...emptyNote(), body: '書きかけ' }, parent('EVERYONE'))).toMatchObject({ body: '書きかけ', parent: { id: 'p' } });
  });

  it('keeps what was typed, and who may see it, when somebody is spoken to', () => {
    const begun = { ...emptyNote(), body: '書きかけ', audience: 'EVERYONE' as const };
    expect(calling(begun, { to: 'u', due: '2026-11-24T18:00' })).toEqual({ ...begun, ask: { to: 'u', due: '2026-11-24T18:00' } });
  });

  it('asks a person or a group by a time in Japan, or says what is missing', () => {
    const id = '01a209a1-a50a-76ee-80a9-f895fbfd14f6';
    const asking = (to: string) => ({ ...emptyNote(), body: '見てください', ask: { to, due: '2026-11-24T18:00' } });
    expect(toContent(asking('NURSES'), place).ask).toEqual({ toGroup: 'NURSES', dueAt: '2026-11-24T09:00:00.000Z' });
    expect(toContent(asking(id), place).ask).toMatchObject({ toUserId: id });
    expect([asksNobody(asking('')), asksNobody(asking('ALL')), asksNobody(emptyNote())]).toEqual([true, false, false]);
  });

  it('is not blank with a visit alone, which says what changed only where something did', () => {
    const visit = { ...emptyVisit(), planChange: '利尿薬を半量に', careAdvice: ' ' };
    expect([isBlank({ ...emptyNote(), kind: 'MEDICAL_NOTE', visit }), isBlank({ ...emptyNote(), visit })]).toEqual([false, true]);
    expect(toContent({ ...emptyNote(), kind: 'MEDICAL_NOTE', visit }, place).visit).toMatchObject({
      planChange: null,
      careAdvice: null,
    });
  });
});
