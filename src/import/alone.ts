/** A character that no word explains: what it becomes where the text around it allows no other sense. */
interface Row {
  /** Where it applies, within the text as given. */
  pattern: RegExp;
  to: string;
  why: string;
  /** Only where a word of two characters or more ends before it. */
  afterWord?: true;
}

/** What a number counts. */
const MEASURE =
  '[名人個个位口家戶户間间所座棟栋層层室處处場场次回遍趟頓顿件項项條条篇部本冊册卷首封幅台臺架輛辆艘列節节章頁页字句則则款種种類类張张片塊块面頭头匹隻只條条棵株朵粒顆颗根支枝把盞盏頂顶雙双對对套組组隊队團团班批群股筆笔份宗樁桩起例歲岁年月週周日天夜時时小分秒倍成度級级屆届期季代元角萬万億亿公斤兩两噸吨克米里尺寸畝亩坪平國国省縣县市區区鎮镇鄉乡村校科系門门族桌席杯碗盤盘瓶盒箱包袋罐桶餘余]';
const NUMERAL = '[一二三四五六七八九十百千萬万億亿兩两幾几數数多0-9０-９]';

/** Reviewed rows for single characters; the match is the one character. */
const ROWS: readonly Row[] = [
  { pattern: /万(?!俟)/gu, to: '萬', why: '簡化字' },
  {
    pattern: /(?<![皇太王母天影歌視封蜂蟻立武呂])后(?![羿稷土里妃冠宮宫座豐翼黨党])/gu,
    to: '後',
    why: '先後的後',
  },
  {
    pattern:
      /(?<![巴凱歐伊哈克亨薩卡瑪德烏普布馬莫貝加達爾斯伯特拉納米尼奧亞維蒙塔索托洛安阿比法弗格吉基科庫魯羅沙蘇泰韋辛西雅珍朱公英海鄰鄉故百千萬村])里(?![村鄉乡鎮镇區区路街巷站長长程民弄])/gu,
    afterWord: true,
    to: '裡',
    why: '裡外的裡',
  },
  // What holds things is no place name.
  {
    pattern:
      /(?<=[碗杯盤盘鍋锅桶袋箱盒櫃柜瓶罐籃篮筐盆壺壶廚厨車车船艙舱房屋室廳厅院廠厂店館馆園园池井洞心腦脑肚嘴手眼懷怀夢梦書书報报刊信稿句話话歌片畫画鏡镜檔档網网群圈隊队席])里(?![程長长民弄昂斯約约雅柯])/gu,
    to: '裡',
    why: '裡外的裡',
  },
  { pattern: /腌(?![臢臜])/gu, to: '醃', why: '醃漬的醃' },
  // Time is no distance: 五十二秒里.
  { pattern: /(?<=[秒鐘钟時时天夜週季屆届])里(?![程長长])/gu, to: '裡', why: '裡外的裡' },
  { pattern: /(?<![茶案條条凭])几(?![淨凈净案])/gu, to: '幾', why: '幾個的幾' },
  {
    pattern: /(?<=回)[復複](?=了?(?:媒體|記者|讀者|網友|客戶|客户|信|郵件|訊息|消息|問題|來信|查詢|詢問|電話))/gu,
    to: '覆',
    why: '答覆的覆',
  },
  { pattern: /[冲衝](?=[了過]?[一兩幾]?[杯壺碗])/gu, to: '沖', why: '沖泡的沖' },
  { pattern: /籤(?=[著着了下上在字名約约署訂订])/gu, to: '簽', why: '簽名的簽' },
  { pattern: /(?<![酒紅大黃米神])麴(?![菌霉酒香種])/gu, to: '曲', why: '歌曲的曲' },
  { pattern: /剋(?=制)/gu, to: '克', why: '克制的克' },
  { pattern: /(?<=[滾滚開开沸][^。！？]{0,6}下)面(?=，|[條条])/gu, to: '麵', why: '麵食的麵' },
  { pattern: /(?<=[兩两四八雙双])麵(?![碗條条一店館馆粉包])/gu, to: '面', why: '表面的面' },
  { pattern: /(?<=[城村屋院園园房牆墙湖島岛山樓楼宅田場场]四)週/gu, to: '周', why: '四周的周' },
  { pattern: /(?<=[熱热滾滚開开溫温冷清]水)[冲衝]/gu, to: '沖', why: '沖泡的沖' },
  { pattern: /(?<=[茶樹树枝花草菜竹荷落綠绿紅红黃黄嫩木針针])叶(?![韻韵])/gu, to: '葉', why: '葉子的葉' },
  { pattern: /箇(?!中[^國国])/gu, to: '個', why: '個數的個' },
  { pattern: /采(?=[A-Z什])/gu, to: '採', why: '採取的採' },
  { pattern: new RegExp(`(?<!${NUMERAL}|[這这那每整船形])隻(?![身字言影眼手])`, 'gu'), to: '只', why: '只有的只' },
  { pattern: /迴(?![流音避盪响響旋圈路轉文廊腸向])/gu, to: '回', why: '回來的回' },
  { pattern: /閤(?![家府第眼])/gu, to: '合', why: '合作的合' },
  { pattern: /(?<=[A-Za-z])云/gu, to: '雲', why: '雲端的雲' },
  { pattern: /(?<![明照])瞭(?![解望然如若亮])/gu, to: '了', why: '助詞了' },
  { pattern: /嚮(?![往導导慕])/gu, to: '向', why: '方向的向' },
  { pattern: /(?<=[服地髮发頭头手臉脸嘴水杯雪湖河油漆墨血淚泪眼竿])[干幹](?=了)/gu, to: '乾', why: '乾燥的乾' },
  {
    pattern: /(?<=[收擠挤擰拧瀝沥榨抽吸晾曬晒烘擦抹風风陰阴熬揩拭弄吹])[干幹](?=水|[了後后的淨净]|[，。、；]|$)/gu,
    to: '乾',
    why: '乾燥的乾',
  },
  { pattern: /干(?=[了過过][一二三四五六七八九十兩两幾几半多][十年個个天輩辈件])/gu, to: '幹', why: '做的幹' },
  { pattern: /并(?!州)/gu, to: '並', why: '並且的並' },
  {
    pattern:
      /(?<=[分施求取訴委授移轉转投嫁毀毁安陳陈隱隐獻献交生死位屬属處处在由關关對对基建立始源來来自用利低高大小少優优劣等至終终過过敢善便助限陷介趨趋傾倾致忠服從从歸归取得出見见發发達达集中專专注運运應应適适擅急甘勇勤疏濫滥慣惯樂乐難难易苦耽遠远近早晚先後起止設设身布佈年月日時时當当託托望快慢眼法附訴诉求敗败屈賦赋授付送告教陷臨临頻频亞亚次異异同近親亲重輕轻偏緊紧鬆松通精富見见聞闻流行興兴起繫系關关結结加減减納纳列存留停駐驻住落坐站藏埋葬亡滿满歉安耽沉迷浸熱热衷鍾倾顯显現现形成寫写作刊載载登播映續续紮扎攻讀读學学就職职任])于(?!右任|謙|成龍|先生|女士|小姐|教授|老師|同學|氏)/gu,
    to: '於',
    why: '介詞於',
  },
  {
    pattern: /于(?=[0-9０-９第此今去本甲乙丙丁]|同[年月日時时期]|[〇○一二三四五六七八九十百千兩两]+[個个]?[年月日天週周])/gu,
    to: '於',
    why: '介詞於',
  },
  {
    pattern: new RegExp(`(?<=${NUMERAL})余(?=${MEASURE})`, 'gu'),
    to: '餘',
    why: '餘數的餘',
  },
  {
    pattern:
      /(?<=[一二三四五六七八九十百千萬万兩两幾几數数這这那每])只(?=(?:流浪|[^是有能會会要需為为供給给讓让用在看養养見见買买賣卖剩怕好想不])?(?:[貓猫狗犬鳥鸟羊牛雞鸡鴨鸭鵝鹅豬猪船手眼腳脚耳兔鼠虎狐狼猴熊象鹿馬马蟲虫蝶蜂蚊蠅蟻龜龟蛙獅狮鷹鹰鴿鸽股])|螞蟻|蝴蝶|蜜蜂|蒼蠅|烏龜|青蛙|老鼠|基金|襪|鞋)/gu,
    to: '隻',
    why: '量詞隻',
  },
];

/** The single characters of a text that a row settles, by index. */
export function settledAlone(text: string): Map<number, Omit<Row, 'pattern'>> {
  return new Map(ROWS.flatMap(({ pattern, ...row }) => [...text.matchAll(pattern)].map(({ index }) => [index, row] as const)));
}
