import { FRAGMENTS } from "./corpus.ts";
import { TARGETS } from "./targets.ts";
for (const target of TARGETS.filter(({name})=>name.startsWith(process.argv[2]??"")))
for (const [index, fragment] of FRAGMENTS.entries()) {
  const next = FRAGMENTS[(index * 7 + 3) % FRAGMENTS.length] ?? "";
  for (const piece of [fragment, `${fragment}${next}\n`]) {
    const ts:number[]=[];
    for (const n of [1000,2000,4000]) { const t=piece.repeat(Math.ceil(n/piece.length)); const s=performance.now(); await target.run(t,t.slice(0,400),t.slice(0,400)+".md"); ts.push(performance.now()-s); }
    if ((ts[2]??0)>40 && (ts[2]??0)/(ts[1]||1)>2.6) console.log(target.name, JSON.stringify(piece), ts.map(x=>x.toFixed(0)).join(" "));
  }
}
