import sharp from 'sharp';
const S='/tmp/cards-site/';
const small=Array.from({length:12},(_,i)=>'/tmp/t/'+(i+1)+'.png');
const tiles=await Promise.all(small.map(async(f,i)=>({input:await sharp(f).resize(600).png().toBuffer(),left:10+(i%3)*610,top:10+Math.floor(i/3)*325})));
await sharp({create:{width:1840,height:1310,channels:3,background:'#888'}}).composite(tiles).png().toFile('/tmp/small.png');
const p=await Promise.all(['5','6','zh-hans/9'].map(async(n,i)=>({input:await sharp(S+n+'/portrait.png').resize(540).png().toBuffer(),left:10+i*550,top:10})));
await sharp({create:{width:1660,height:700,channels:3,background:'#888'}}).composite(p).png().toFile('/tmp/portraits.png');
