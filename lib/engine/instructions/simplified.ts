/** Chinese in its traditional letters, as Taiwan and Hong Kong write, in the simplified ones the vocabulary has: those it needs. */

const traditional =
  "並調變換為將給讓這張圖畫風鉛筆復舊膠顆虛體淺銳點減飽對壓陰陽亂雜訊霧雲夢陣紅黃藍綠銀鐵鋼車樹葉華圍後麗質裝飾線條輪層顏濾鏡頭邊緣轉順時針個傾貼裡裏寫題標語節慶豎橫應該與無強軟鮮豔艷濃燈熱氣溫燦爛晝間優電視話場館樓門貓鳥魚馬雞龍鳳鷹豬們褲髮臉膚膩龐兒眾學號碼發現開關閉啟環塵臺檯櫃籃鍋盤蘋檸廣闊遠處覺動態單雙紋塊數據員廠價購買賣歲歡樂壞難過獨複製種類顯剛嗎麼樣請幫會從當還選擇區別輕補縮塗靜繪漸圓寬細網報紙懷夠極幾兩級檔長較許綫矇濛藝術賽誇淨潔隻捲銅聖誕飛獲廳衝沖亞煙灣燭綿緩緻曬櫻蘭榮國隨";
const simplified =
  "并调变换为将给让这张图画风铅笔复旧胶颗虚体浅锐点减饱对压阴阳乱杂讯雾云梦阵红黄蓝绿银铁钢车树叶华围后丽质装饰线条轮层颜滤镜头边缘转顺时针个倾贴里里写题标语节庆竖横应该与无强软鲜艳艳浓灯热气温灿烂昼间优电视话场馆楼门猫鸟鱼马鸡龙凤鹰猪们裤发脸肤腻庞儿众学号码发现开关闭启环尘台台柜篮锅盘苹柠广阔远处觉动态单双纹块数据员厂价购买卖岁欢乐坏难过独复制种类显刚吗么样请帮会从当还选择区别轻补缩涂静绘渐圆宽细网报纸怀够极几两级档长较许线蒙蒙艺术赛夸净洁只卷铜圣诞飞获厅冲冲亚烟湾烛绵缓致晒樱兰荣国随";

const letters = new Map([...traditional].map((letter, n) => [letter, [...simplified][n] as string]));

/** What they call things there. */
const names: readonly (readonly [RegExp, string])[] = [
  [/彩度/gu, "饱和度"],
  [/杂讯|噪讯/gu, "噪点"],
  [/解析度/gu, "分辨率"],
  [/去背/gu, "抠图"],
  [/锐利化/gu, "锐化"],
  [/影像|相片/gu, "照片"],
  [/散焦|失焦化/gu, "虚化"],
];

export function toSimplified(text: string): string {
  if (!/[\u4e00-\u9fff]/u.test(text)) return text;
  const plain = [...text].map((letter) => letters.get(letter) ?? letter).join("");
  return names.reduce((rest, [said, meant]) => rest.replace(said, meant), plain);
}
