/** Words of one reason. `pairs` holds them as OpenCC's tables do, Traditional before Simplified, a bar between two. */
export interface HouseWords {
  why: string;
  pairs: string;
  /** The one script to which they hold, where not to both. */
  only?: 'Hant' | 'Hans';
  /** They hold within other words too. */
  part?: true;
  /** They are no matter of script but of the wording of mainland China. */
  mainland?: true;
}

/**
 * What OpenCC gets wrong in any article, and what Taiwan and mainland China say differently; an article's own words stand in its content.
 */
export const houseWords: readonly HouseWords[] = [
  // Names and brands that keep a character which OpenCC takes for a variant
  { why: '華為的商標', pairs: '昇騰 昇腾|昇思 昇思|乾崑 乾崑' },
  { why: '人名不改字', pairs: '徐乾學 徐乾学|王汎森 王汎森|薛應旂 薛应旂|白岩松 白岩松' },
  { why: '地名', pairs: '於潛鎮 於潜镇|於潛縣 於潜县' },
  { why: '譯名，不是公里的里、裡面的裡', pairs: '埃里克 埃里克', only: 'Hant' },

  // 著 that stays 著: what an author writes, and what is plain to see
  {
    why: '著作之義',
    pairs: '著有 著有|編著 编著|專著 专著|論著 论著|原著 原著|譯著 译著|遺著 遗著|新著 新著|撰著 撰著',
  },
  { why: '著作之義', pairs: '所著 所著', part: true },
  {
    why: '著手、著火等，不是著作',
    pairs:
      '所著手 所着手|所著火 所着火|所著重 所着重|所著眼 所着眼|所著急 所着急|所著陸 所着陆|專著眼 专着眼|專著重 专着重|原著重 原着重|原著眼 原着眼',
    part: true,
  },
  {
    why: '編織，不是著作',
    pairs: '編著竹 编着竹|編著藤 编着藤|編著籃 编着篮|編著草鞋 编着草鞋|編著草帽 编着草帽|編著花環 编着花环|編著辮 编着辫',
    part: true,
  },
  { why: '名詞', pairs: '土著 土著' },
  { why: '顯著之義', pairs: '卓著 卓著|見微知著 见微知著' },
  { why: '大陸的推薦詞形', pairs: '執著 执着' },

  // The particle 著 before 名, 作, 書, 者 and the like, and 著名的 and 著作權 after the same verbs
  {
    why: '助詞，著名、著作、著書不連讀',
    pairs:
      '意味著 意味着|隨著 随着|沿著 沿着|朝著 朝着|帶著 带着|抱著 抱着|拿著 拿着|懷著 怀着|圍繞著 围绕着|存在著 存在着|面臨著 面临着|扮演著 扮演着|憑著 凭着|跟著 跟着|看著 看着|聽著 听着|靠著 靠着|寫著 写着|標著 标着|藉著 借着',
    part: true,
  },
  { why: '助詞；有著名的、有著作權仍是著', pairs: '有著名聲 有着名声|有著名氣 有着名气|有著作用 有着作用|有著書卷 有着书卷', part: true },
  {
    why: '著名、著作之義',
    pairs:
      '憑著名的 凭著名的|跟著名的 跟著名的|看著名的 看著名的|聽著名的 听著名的|靠著名的 靠著名的|憑著作權 凭著作权|跟著作權 跟著作权|看著作權 看著作权|靠著作權 靠著作权|寫著作權 写著作权|標著作權 标著作权|商標著名 商标著名',
    part: true,
  },

  // 於 before what would be a name with it
  { why: '介詞', pairs: '於單 于单|於倫 于伦|於潛 于潜|於戲 于戏|於則 于则|於坦 于坦|於其一 于其一', part: true },

  // Characters that the mainland writes otherwise
  { why: '大陸的推薦詞形', pairs: '報導 报道|甚鉅 甚巨|身分 身份' },
  { why: '徵集調用，不是音調', pairs: '徵調 征调' },
  { why: '錢財的帳，大陸寫账', pairs: '帳 账', part: true },
  { why: '不是錢財的帳', pairs: '蚊帳 蚊帐|床帳 床帐|紗帳 纱帐|羅帳 罗帐|帷帳 帷帐|氈帳 毡帐|營帳 营帐|帳棚 帐棚|帳幕 帐幕|帳篷 帐篷' },

  // Words of the mainland
  {
    why: '大陸用詞',
    pairs:
      '史丹佛 斯坦福|部落格 博客|連結 链接|搜尋 搜索|視訊 视频|軟體 软件|登入 登录|錄影 录像|伺服器 服务器|編採 采编|按讚 点赞|瀏覽器的指令碼 浏览器的脚本|沒有指令碼 没有脚本',
    mainland: true,
  },
  {
    why: '大陸用詞',
    pairs:
      '硬體 硬件|指令碼 脚本|網路 网络|客製 定制|列印 打印|清除紀錄 清除记录|裝置 设备|字型 字体|沒有載入 没有加载|重新載入 重新加载|轉貼 转载|創辦人 创始人|共同創辦人 联合创始人|講者 演讲者|可望 有望|周遭 周围|首宗 首起|首度 首次|補助 补贴|查核 核查|紙本 纸质|轉載與改作 转载与改编|最後更動 最后更新|在頁面中尋找 在页面中查找|執行長 首席执行官|演算法 算法|小程式 小程序|應用程式 应用程序|程式 程序|程式碼 代码|通路 渠道|網路公司 互联网公司|網路生態 互联网生态|資本支出 资本开支|資料中心 数据中心|真實資料 真实数据|訓練資料 训练数据|資料集 数据集|據報 据报道|據報導 据报道|募資 融资|電動車 电动汽车|寄望 寄希望|試水溫 试水|影像模型 图像模型|品質 质量|介面 界面|智慧眼鏡 智能眼镜|智慧手機 智能手机|人工智慧 人工智能|螢幕 屏幕|訊息 消息|專案 项目|據路透 据路透社|路透報導 路透社报道',
    only: 'Hans',
    mainland: true,
  },
  {
    why: '人與人、地與地的連結，不是網頁',
    pairs: '國連結 国连结|緊密連結 紧密连结|連結緊密 连结紧密|情感連結 情感连结|連結兩 连结两|連結起來 连结起来|連結在一起 连结在一起',
    part: true,
    mainland: true,
  },
  {
    why: '不是上面的詞',
    pairs:
      '軟體動物 软体动物|互聯網 互联网|文字型 文字型|方程式 方程式|搜尋常 搜寻常|電動車床 电动车床|網路況 网路况|報導航 报导航|報導言 报导言|據報價單 据报价单|據報紙 据报纸|中介面 中介面|仲介面 中介面|元首度 元首度',
    only: 'Hans',
    mainland: true,
  },

  // To Traditional: the shape that Taiwan writes today where two are allowed
  { why: '台灣今日多寫占、台、濕', pairs: '占 占|台 台|濕 湿', only: 'Hant', part: true },
  { why: '颱風、桌檯仍分寫', pairs: '颱風 台风|櫃檯 柜台|檯燈 台灯|檯面 台面|檯曆 台历|梳妝檯 梳妆台|寫字檯 写字台', only: 'Hant' },
  { why: '今日多寫布、盡', pairs: '發布 发布|公布 公布|宣布 宣布|分布 分布|盡量 尽量', only: 'Hant' },

  // To Traditional: phrases that OpenCC finds where there are none
  { why: '不是剋扣的剋', pairs: '克制 克制', only: 'Hant' },
  { why: '準確之義', pairs: '量不準 量不准', only: 'Hant' },
  { why: '准許之義', pairs: '不准 不准', only: 'Hant' },
  { why: '雲端之義', pairs: '公有雲 公有云|私有雲 私有云', only: 'Hant' },
  { why: '一週之義', pairs: '週活躍 周活跃', only: 'Hant' },
  { why: '有采、中采不連讀', pairs: '沒有採訪 没有采访', only: 'Hant' },
  { why: '不是採摘', pairs: '采風 采风', only: 'Hant' },
  { why: '箇中不連讀', pairs: '個中國 个中国', only: 'Hant', part: true },
  { why: '匯報的匯', pairs: '匯報 汇报', only: 'Hant' },
  { why: '被髮、總髮是古語', pairs: '被發 被发|總發電 总发电|總發行 总发行', only: 'Hant' },
  { why: '古語仍是髮', pairs: '被髮左衽 被发左衽|被髮文身 被发文身|被髮纓冠 被发缨冠|被髮佯狂 被发佯狂', only: 'Hant' },
  { why: '一隻一隻', pairs: '一隻隻 一只只', only: 'Hant' },
  { why: '乾燥之義', pairs: '辣椒乾 辣椒干|麵包乾 面包干|荔枝乾 荔枝干|地瓜乾 地瓜干|甩乾 甩干|又乾又 又干又|乾鍋 干锅', only: 'Hant' },
  { why: '自行製造之義', pairs: '自製率 自制率', only: 'Hant' },
  { why: '電報、頭髮在前', pairs: '電報道 电报道|頭髮布 头发布', only: 'Hant' },
  { why: '今日多寫霉', pairs: '發霉 发霉', only: 'Hant' },
  { why: '視頻不連讀', pairs: '電視頻 电视频', only: 'Hant' },
  { why: '橋的橫木', pairs: '橋樑 桥梁', only: 'Hant' },
];
