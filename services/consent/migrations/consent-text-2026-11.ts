/** The model wording of form 3-1, version 2026-11: what a district uses until it has one of its own. */

interface Section {
  heading: string;
  body: string;
  plainBody: string | null;
}

export const version = '2026-11';
export const effectiveOn = '2026-11-01';

export const titles = {
  ja: '在宅医療・介護情報共有システム「部屋」の利用に関する同意書（様式3-1）',
  en: 'Consent to the use of Heya, the system for sharing information on care at home (form 3-1)',
};

export const sections: Record<'ja' | 'en', Section[]> = {
  ja: [
    {
      heading: '1. 何のために使うか',
      body: 'ご自宅での医療と介護を担当する者が、あなたの体調や暮らしの様子をすぐに伝え合い、あなたに合った医療と介護を行うために使います。それ以外の目的には使いません。',
      plainBody: 'お医者さん、看護師さん、介護の人が、あなたの様子を伝え合うために使います。ほかのことには使いません。',
    },
    {
      heading: '2. どのような情報を共有するか',
      body: '共有する情報は区分ごとに選べます。基本情報（氏名・性別・生年月日・年齢・住所・電話番号）と日々の健康状態は、部屋を使うために必要です。ご家族の連絡先、病歴・病名、検査、薬、介護の状況、身体の写真、病院、保険、災害時の安否は、一つずつ同意するかどうかを決めてください。マイナンバーは登録しません。',
      plainBody: '伝える情報は、一つずつ選べます。お名前などと毎日の体調は必要です。それ以外は、いやなものは選ばなくてかまいません。マイナンバーは使いません。',
    },
    {
      heading: '3. だれが見るか',
      body: '見ることができるのは、あなたの医療や介護を担当し、あなたの部屋に招待された者だけです。ご家族、ほかの連携システムに見せるかどうかは、区分ごとに別に決められます。支援センターの職員は、申請の審査など必要なときにだけ、理由を記録して確認します。',
      plainBody: '見るのは、あなたのお世話をする人だけです。ご家族に見せるかどうかも、あなたが決めます。',
    },
    {
      heading: '4. 災害のとき',
      body: '大きな災害のときに、安否を確かめるための情報を市町村に渡してよいかを、別に選べます。',
      plainBody: '地震や大雨のときに、あなたが無事かどうかを市町村に伝えてよいか、選べます。',
    },
    {
      heading: '5. どのように守るか',
      body: '個人情報の保護に関する法律と、医療情報システムの安全管理に関する国のガイドラインに従って扱います。参加者は一人ずつ自分のIDを使い、誓約書を出しています。だれがいつあなたの情報を見たかはすべて記録され、あなたとご家族、世話役が確かめられます。',
      plainBody: 'だれがいつ見たかは、すべて記録に残ります。あなたも確かめることができます。',
    },
    {
      heading: '6. いつまで有効か、やめるとき',
      body: 'この同意は、期限を決めたときはその日まで、決めないときは取りやめるまで有効です。理由を言わなくても、いつでも変えたり取りやめたりできます。取りやめると、その時から情報は見えなくなります。取りやめても、受けている医療や介護で不利になることはありません。法律で保存が決められた記録は、決められた期間、見えない形で保管します。',
      plainBody: 'いつでもやめることができます。やめると、すぐに見えなくなります。やめても、お世話が悪くなることはありません。',
    },
    {
      heading: '7. 費用と問い合わせ',
      body: '利用料はかかりません。ご自分の端末で見るときの通信費はご負担いただきます。分からないことは、説明をした担当者か、お住まいの地区の在宅医療・介護連携支援センターにお尋ねください。',
      plainBody: 'お金はかかりません。分からないことは、いつでも聞いてください。',
    },
  ],
  en: [
    {
      heading: '1. What it is for',
      body: 'Those who care for you at home use Heya to tell each other promptly how you are, so that your medical and personal care suits you. It is used for nothing else.',
      plainBody: null,
    },
    {
      heading: '2. What is shared',
      body: 'You choose class by class. Your basic details (name, sex, birth date, age, address, telephone) and your daily condition are needed for a room to work. For family contacts, history and diagnoses, tests, medicines, care services, photographs of the body, hospitals, insurance and safety in a disaster you decide one by one. Your Individual Number (My Number) is never stored.',
      plainBody: null,
    },
    {
      heading: '3. Who can see it',
      body: 'Only people who serve you and have been invited to your room. Whether family and other systems may see a class, you decide separately. Officers of the support center look only when needed, such as to review the application, and their reason is recorded.',
      plainBody: null,
    },
    {
      heading: '4. In a disaster',
      body: 'You choose separately whether, in a large disaster, information on your safety may be given to the municipality.',
      plainBody: null,
    },
    {
      heading: '5. How it is protected',
      body: 'It is handled under the Act on the Protection of Personal Information and the national guidelines for the safety of medical information systems. Each member uses an ID of their own and has signed a pledge. Who looked at your information, and when, is always recorded; you, your family and the steward can see it.',
      plainBody: null,
    },
    {
      heading: '6. How long it holds, and how to end it',
      body: 'This consent holds until the last day you set, or until you withdraw it. You may change or withdraw it at any time without giving a reason. From that moment the information is no longer shown. Withdrawing does not harm the care you receive. Records that the law requires to be kept are kept for that time, out of sight.',
      plainBody: null,
    },
    {
      heading: '7. Cost and questions',
      body: 'Use is free of charge; you pay only for the connection of your own device. Please ask the person who explained this, or the support center for home medical and long-term care of your district.',
      plainBody: null,
    },
  ],
};
