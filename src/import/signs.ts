/** A line that consists of an image mark, as Markdown or as page text left behind. */
export const IMAGE = /^(?:(?:!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|[[【（(](?:圖片?|图片?|image)[\]】）)])\s*)+$/i;
/** An image mark within a line. */
export const INNER_IMAGE = /!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/gi;
/** The words of a Markdown image mark, a caption. */
export const ALTERNATIVE = /!\[([^\]]+)\]/;
/** A line across the page. */
export const RULE = /^(?:[-*_=—─－＊·•~～◆◇■□★☆]\s*){3,}$/;
/** What a caption begins or ends with. */
export const CAPTION =
  /^(?:[▲△▼▽↑↓]|[（(【]?(?:圖說|图说|圖片說明|图片说明|圖為|图为|圖源|图源|圖片來源|图片来源|資料圖|资料图|(?:圖|图)\s*[0-9０-９一二三四五六七八九十]*\s*[：:／/｜|])|(?:左|右)起[：:，,])|[（(](?:資料圖片?|资料图片?|資料照|.{0,8}(?:攝|摄|攝影|摄影|供圖|供图|圖片|图片))[）)]$/;
/** What the last words of a caption are, of a line in the lead that no mark ends. */
export const SCENE = /(?:現場|现场|合影|留影|示意圖|示意图|截圖|截图|資料圖|资料图|一角|畫面|画面)$/;
/** What ends a sentence, its closing marks included. */
export const ENDS = /[。．.！!？?；;…：:][」』”’"）)】》]*$/;
/** A sentence ends within, and text goes on. */
export const FIRST_SENTENCE = /^[^。！？!?]{2,60}[。！？!?]+[」』”’"）)]*(?=\s*\S)/;

/** What the lines before the article say of it, to be kept apart. */
export const CREDIT =
  /^[（(【]?(?:來源|来源|資料來源|文章來源|文章来源|責任編輯|责任编辑|責編|责编|編輯|编辑|校對|校对|審核|审核|審校|审校|監製|监制|排版|原標題|原标题|原文標題|本文轉載自|本文转载自|轉自|转自|字數|字数|閱讀|阅读|分類|分类|標籤|标签|關鍵[詞字]|关键[词字])\s*[：:／/｜|]/;

/** A notice that a platform adds: from here on the article is over. */
export const NOTICE =
  /^[（(【*＊]*\s*(?:(?:特別|特别|免責|免责|版權|版权|重要|侵權|侵权|平臺|平台|風險|风险)(?:聲明|声明|提示|說明|说明)|聲明[：:]|声明[：:]|以上(?:內容|内容).{0,24}(?:自媒體|自媒体|用戶|用户|上傳|上传|發布|发布|代表)|(?:本文|本內容|本内容|該文|该文|文章).{0,14}(?:自媒體|自媒体|不代表|僅代表|仅代表|版權|版权|轉載|转载|授權|授权|原創|原创|首發|首发|發布|发布于)|未經(?:授權|許可|同意)|未经(?:授权|许可|同意)|(?:特別|特别)提醒|(?:special\s+)?(?:notice|statement|disclaimer)\b|the (?:content )?above\b|all rights reserved|©|copyright\b)/i;

/** What may stand at the very end without being the article's: it goes only while nothing but such lines follows. */
export const TAIL =
  /^(?:[（(【[\-—－\s]*(?:完|全文完|本文完|END|The End)[）)】\]\-—－\s]*$|.*(?:轉載|转载|版權|版权|侵權|侵权|舉報|举报|掃碼|扫码|二維碼|二维码|公眾號|公众号|閱讀原文|阅读原文|返回.{1,6}查看更多|點擊|点击).*|分享到.*|延伸閱讀.*|相關閱讀.*|相关阅读.*|推薦閱讀.*|推荐阅读.*)/i;

/** Labels of the article's title. */
export const TITLE_LABEL = /^(?:標題|标题|題目|题目)\s*[：:]\s*/;
const BYLINES =
  '特約作者|特约作者|特約撰稿人?|特约撰稿人?|特約記者|特约记者|專欄作者|专栏作者|本報記者|本报记者|本刊記者|本刊记者|作者|記者|记者|撰文|撰稿|執筆|执笔|口述|采寫|採寫|采写|文字|文';
/** Who wrote the article: the label, then the names. */
export const BYLINE = new RegExp(
  `^[（(【\\[]?\\s*(?:by\\b|(?:${BYLINES}))\\s*(?:[：:／/｜|︱]|\\s|(?<=[者稿人筆笔])(?=\\p{Script=Han}))\\s*`,
  'iu',
);
/** What may stand after the names. */
export const AFTER_NAMES = /\s*(?:[／/]?\s*\p{Script=Han}{0,4}(?:報導|报道|報道|電|电|整理|編譯|编译))?\s*[）)】\]]?$/u;
/** What stands before a day that says when the article came out. */
export const DAY_LABEL =
  /^(?:(?:發布|发布|發佈|刊登|發表|发表|更新|出版|首發|首发)?(?:時間|时间|日期)|發布於|发布于|發表於|发表于|發佈於)\s*[：:]?\s*/;
/** A day at the beginning of a report: 【北京2026年1月10日電】, 本報北京2026年1月10日訊. */
export const WIRE = /^(?:[【[（(][^】\])）]{0,30}[】\])）]|[^，。]{0,32}[電电訊讯](?=[\s，：（(]|\p{Script=Han}))/u;
