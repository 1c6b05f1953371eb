/** The wording of form 3-1 that a district begins with (R8, R9). A changed wording is a new version; signed ones keep theirs. */

export interface ConsentWording {
  title: string;
  sections: { heading: string; body: string; plainBody: string | null }[];
}

export interface ConsentTextVersion {
  version: string;
  effectiveOn: string;
  ja: ConsentWording;
  en: ConsentWording;
}

export const form31: ConsentTextVersion = {
  version: '3-1/2026-11',
  effectiveOn: '2026-11-01',
  ja: {
    title: '情報共有の部屋の利用に関する同意書（様式3-1）',
    sections: [
      {
        heading: '何のために使うか',
        body: 'ご自宅での療養を支える人たちが、あなたの体調や暮らしの様子をすぐに知り、同じ見立てで動けるように、インターネット上にあなただけの「部屋」をつくります。',
        plainBody: 'お世話をする人たちが、あなたのようすを すぐに わかるように、あなたの「部屋」を つくります。',
      },
      {
        heading: '誰が見るか',
        body: '部屋に入れるのは、あなたを担当し、支援センターが確かめて招いた人だけです。同じ地区の医療機関や事業所でも、担当でない人には部屋があることも分かりません。ご家族、連携する他のシステム、災害時の市町村に見せるかどうかは、それぞれ別にお選びいただけます。',
        plainBody: '見ることができるのは、あなたを お世話する人だけです。家族に見せるかどうかは、あなたが えらべます。',
      },
      {
        heading: '何を共有するか',
        body: '共有する情報は、次のページの区分ごとに一つずつお選びいただきます。選ばなかった区分は、誰にも表示されず、書き込むこともできません。マイナンバーは一切扱いません。',
        plainBody: 'どの情報を 見せてよいか、ひとつずつ えらびます。えらばなかったものは、だれも 見られません。マイナンバーは つかいません。',
      },
      {
        heading: 'やめたいとき',
        body: 'この同意は、いつでも、理由を言わずに、変えたりやめたりできます。やめると、その時からすぐに誰も見られなくなります。やめたことで、医療や介護を受けるうえで不利になることはありません。',
        plainBody: 'いつでも やめることができます。やめると、すぐに だれも 見られなくなります。やめても、こまることは ありません。',
      },
      {
        heading: '記録と保存',
        body: '誰がいつ何を見たかは、すべて記録され、あなたもご覧になれます。部屋を閉じたあとは、法令と地区の定めた期間だけ読み取り専用で保存し、その後消去します。',
        plainBody: 'だれが いつ 見たかは、ぜんぶ 記録します。あなたも それを 見ることができます。',
      },
      {
        heading: '費用とお問い合わせ',
        body: '利用料はかかりません。ご自分の端末で見る場合の機器代と通信料はご負担ください。分からないことは、説明した担当者か、地区の支援センターにお尋ねください。',
        plainBody: 'お金は かかりません。わからないことは、説明した人か センターに 聞いてください。',
      },
    ],
  },
  en: {
    title: 'Consent to the use of a shared room (form 3-1)',
    sections: [
      {
        heading: 'What it is for',
        body: 'So that the people who support you at home learn at once how you are and act on the same picture, a "room" of your own is made on the internet.',
        plainBody: null,
      },
      {
        heading: 'Who sees it',
        body: 'Only people who serve you and whom the support center has checked and invited. Others of the same district cannot even tell that the room exists. Whether your family, partner systems or, in a disaster, the municipality may see something is a choice of its own each time.',
        plainBody: null,
      },
      {
        heading: 'What is shared',
        body: 'You choose class by class on the next page. A class you do not choose is shown to nobody and nobody can write it. My Number is never held.',
        plainBody: null,
      },
      {
        heading: 'When you want to stop',
        body: 'You may change or withdraw this consent at any time and without a reason. From that moment nobody can look. Withdrawing never puts you at a disadvantage in your care.',
        plainBody: null,
      },
      {
        heading: 'Records and keeping',
        body: 'Who looked at what and when is recorded, and you can see it. After the room is closed its content is kept read-only for as long as law and district require, and then erased.',
        plainBody: null,
      },
      {
        heading: 'Cost and questions',
        body: 'There is no fee; devices and connection are your own. Ask the person who explained this, or the support center of your district.',
        plainBody: null,
      },
    ],
  },
};
