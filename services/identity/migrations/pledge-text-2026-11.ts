/** The model wording of the pledges 1-1 and 1-2, version 2026-11: what a district uses until it has one of its own. */

interface Clause {
  id: string;
  ja: string;
  en: string;
}

export const version = '2026-11';
export const validFrom = '2026-11-01';

export const clauses: Record<'FORM_1_1' | 'FORM_1_2', Clause[]> = {
  FORM_1_1: [
    {
      id: 'law',
      ja: '個人情報の保護に関する法律、地元の市町村の個人情報保護の条例、厚生労働省の「医療情報システムの安全管理に関するガイドライン」を守り、利用者（患者）とご家族の情報を正しく扱います。',
      en: 'We follow the Act on the Protection of Personal Information, the ordinances of our municipality and the guidelines of the Ministry of Health, Labour and Welfare on the safety of medical information systems in all we do with information about patients and their families.',
    },
    {
      id: 'purpose',
      ja: '部屋の情報は、在宅の医療と介護のためだけに、ご本人が同意した範囲で使います。',
      en: 'We use what is in a room only for medical and long-term care at home, and only as far as the patient has agreed.',
    },
    {
      id: 'participants',
      ja: '部屋に加わるのは、その方を実際に担当する職員だけにします。加わる職員には一人ずつ様式1-2の誓約をさせ、必要な教育をします。',
      en: 'Only staff who really serve the patient take part in the room. Each of them signs form 1-2, and we teach them what they need to know.',
    },
    {
      id: 'own-id',
      ja: 'IDは一人に一つです。一つのIDを二人以上で使わせません。',
      en: 'One ID is for one person. We let nobody share an ID.',
    },
    {
      id: 'devices',
      ja: '業務用として登録した端末から使わせ、個人の端末は支援センターが認めたときのほかは使わせません。端末にはウイルス対策などの備えをします。',
      en: 'Our staff use devices that are registered for work, and personal ones only where the support center allows it. We protect the devices against viruses and other attacks.',
    },
    {
      id: 'my-number',
      ja: 'マイナンバーは書き込みません。',
      en: 'We never enter an Individual Number (My Number).',
    },
    {
      id: 'changes',
      ja: '異動、退職、氏名の変更などで、IDや部屋の参加者に変わりがあるときは、すぐに様式2-2または様式4-2で届け出ます。',
      en: 'When somebody moves, leaves or changes their name, so that an ID or the members of a room change, we report it at once with form 2-2 or 4-2.',
    },
    {
      id: 'incident',
      ja: '情報の漏れ、端末の紛失、身に覚えのない操作に気づいたら、すぐに使用を止めて支援センターに知らせ、調べに協力します。',
      en: 'When we notice a leak, a lost device or something done that nobody here did, we stop at once, tell the support center and help to find out what happened.',
    },
    {
      id: 'inspection',
      ja: '支援センターが、利用のようすを確かめるために、必要なときに部屋の登録や情報を確認し、ご本人に連絡することを承知します。',
      en: 'We accept that the support center looks at rooms where that is needed to check how they are used, and may contact the patient.',
    },
    {
      id: 'costs',
      ja: '端末と通信の費用は、こちらで負担します。',
      en: 'We pay for our own devices and connection.',
    },
    {
      id: 'secrecy',
      ja: '利用をやめたあとも、知った情報を人に漏らさず、職員にも退職後まで守らせます。',
      en: 'What we have learnt stays secret after we stop using Heya; our staff keep it secret too, also after they have left.',
    },
  ],
  FORM_1_2: [
    {
      id: 'law',
      ja: '個人情報の保護に関する法律、地元の市町村の条例、国のガイドラインと、勤め先の決まりを守ります。',
      en: 'I follow the Act on the Protection of Personal Information, the ordinances of the municipality, the national guidelines and the rules of the place where I work.',
    },
    {
      id: 'purpose',
      ja: '部屋の情報は、自分が担当する方の医療と介護のためだけに見て、使います。担当でない方の情報は見ません。',
      en: 'I look at and use what is in a room only to care for the people I serve. I do not look at anybody else.',
    },
    {
      id: 'own-id',
      ja: '自分のIDは自分だけが使います。パスワード、認証コード、パスキーを人に使わせず、人のIDも使いません。',
      en: 'I alone use my ID. I let nobody use my password, codes or passkey, and I do not use the ID of another.',
    },
    {
      id: 'devices',
      ja: '登録した業務用の端末で使います。席を離れるときは画面をロックし、個人の端末は支援センターが認めたときだけ使います。',
      en: 'I work on a device registered for work. I lock the screen when I leave it, and use a device of my own only where the support center has allowed it.',
    },
    {
      id: 'no-copies',
      ja: '部屋の情報や写真を、仕事に必要のない形で写したり、持ち出したり、ほかの場所に載せたりしません。',
      en: 'I do not copy, take away or post elsewhere what is in a room, photographs included, unless my work needs it.',
    },
    {
      id: 'my-number',
      ja: 'マイナンバーは書き込みません。',
      en: 'I never enter an Individual Number (My Number).',
    },
    {
      id: 'changes',
      ja: '異動や退職、氏名や連絡先の変更があるときは、すぐに勤め先を通して届け出ます。',
      en: 'When I move, leave, or change my name or contact, I report it at once through the place where I work.',
    },
    {
      id: 'incident',
      ja: '情報の漏れや端末の紛失、身に覚えのないサインインに気づいたら、すぐに勤め先と支援センターに知らせます。',
      en: 'When I notice a leak, a lost device or a sign-in that was not mine, I tell my workplace and the support center at once.',
    },
    {
      id: 'record',
      ja: '自分がいつ何を見て、書いたかが記録され、ご本人、ご家族、世話役に示されることを承知します。',
      en: 'I accept that what I look at and write is recorded and shown to the patient, the family and the steward.',
    },
    {
      id: 'secrecy',
      ja: '仕事で知ったことを、退職したあとも人に漏らしません。',
      en: 'What I learn at work I keep secret, also after I have left.',
    },
  ],
};
