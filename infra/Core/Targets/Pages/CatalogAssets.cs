namespace Infra.Targets.Pages;

/// <summary>The style and the script of the catalog's page.</summary>
internal static class CatalogAssets
{
    /// <summary>The style: light or dark like the reader's system, for phones, and for print.</summary>
    public const string Style = """
        :root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--back:#fff;--soft:#f6f8fa;--rule:#d8dee4;
        --edge:#818b98;--link:#0a58ca;--mark:#fff3c4;--ins:#dafbe1;--del:#ffebe9;
        --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        @media screen and (prefers-color-scheme:dark){:root{
        --text:#e6e9ed;--quiet:#9aa4b0;--back:#14181d;--soft:#1d232a;
        --rule:#343c46;--edge:#768390;--link:#79b0ff;--mark:#554400;--ins:#12411f;--del:#5a1e1d}}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0 auto;max-width:72rem;padding:2rem 1.5rem 4rem;font:1rem/1.6 system-ui,sans-serif;
        color:var(--text);background:var(--back);overflow-wrap:break-word}
        h1{font-size:1.75rem;line-height:1.2;margin:0}
        h2{font-size:1.35rem;line-height:1.3;margin:0}
        h3{font-size:1rem;margin:1.75rem 0 .5rem}
        h4{font-size:.875rem;font-weight:400;color:var(--quiet);margin:.75rem 0 .25rem}
        p{margin:.5rem 0}
        a{color:var(--link);text-underline-offset:.2em}
        :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
        code,pre,.changes dd{font-family:var(--mono);font-size:.875em}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1.5rem;top:.5rem;padding:.25rem .5rem;background:var(--back)}
        header p,.by,.none,time,.back{color:var(--quiet)}
        search{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;margin:1.25rem 0}
        input{font:inherit;padding:.35rem .6rem;width:min(24rem,100%);color:inherit;background:var(--back);
        border:1px solid var(--edge);border-radius:6px}
        nav{overflow-x:auto;font-size:.9375rem}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.4rem 1rem .4rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
        th:last-child,td:last-child{padding-right:0}
        tbody th{font-weight:400;min-width:9rem}
        td{white-space:nowrap}
        td.aside{white-space:normal;overflow-wrap:anywhere;min-width:5rem}
        thead th{font-size:.8125rem;font-weight:600;color:var(--quiet)}
        article{border-top:1px solid var(--rule);margin-top:2.5rem;padding-top:2.25rem;content-visibility:auto;
        contain-intrinsic-size:auto 40rem}
        .facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1rem 0;font-size:.9375rem}
        dt,dd{margin:0}
        .facts dt,.pairs dt,.changes dt{color:var(--quiet);font-size:.8125rem}
        .facts dd{overflow-wrap:anywhere}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:.75rem 1rem;margin:.5rem 0;
        border-radius:6px;line-height:1.55}
        mark{background:var(--mark);color:inherit;border-radius:3px}
        ul{list-style:none;margin:0;padding:0}
        .tests li,.releases li{border-left:2px solid var(--rule);padding-left:1rem;margin:.75rem 0}
        .tests p,.releases p{margin:0}
        .pairs{display:grid;grid-template-columns:fit-content(40%) 1fr;gap:.15rem 1rem;margin:.35rem 0 0;
        font-size:.9375rem}
        .pairs dt{line-height:1.85}
        .pairs code{font-size:1em}
        .pairs dd,.changes dd{white-space:pre-wrap;overflow-wrap:anywhere;min-width:0}
        .changes{margin:.35rem 0 0}
        .changes dd{background:var(--soft);padding:.4rem .75rem;margin:.1rem 0 .5rem;border-radius:6px}
        .by{font-size:.8125rem}
        .history li{display:grid;grid-template-columns:6rem 1fr fit-content(40%);gap:0 .75rem;align-items:baseline;
        font-size:.9375rem;padding:.2rem 0}
        .history li>span{overflow-wrap:anywhere}
        time{font-size:.8125rem;font-variant-numeric:tabular-nums}
        ins{background:var(--ins);text-decoration-thickness:1px;text-underline-offset:.2em}
        del{background:var(--del)}
        figure{margin:1.25rem 0;overflow-x:auto}
        figcaption{color:var(--quiet);font-size:.875rem}
        svg{display:block;max-width:100%;height:auto}
        svg.wide{max-width:none}
        svg text{font-family:var(--mono);fill:var(--text)}
        .node{fill:var(--soft);stroke:var(--edge)}
        .name{font-size:13px;font-weight:600}
        svg .type{font-size:12px;fill:var(--quiet)}
        svg .on{font-size:12px;fill:var(--quiet);paint-order:stroke;stroke:var(--back);stroke-width:4px}
        .line{fill:none;stroke:var(--edge);stroke-width:1.5}
        .when{stroke-dasharray:5 4}
        .end{fill:var(--edge)}
        .back{font-size:.875rem;margin-top:1.5rem}
        [hidden]{display:none!important}
        @media(max-width:44rem){body{padding:1.25rem 1rem 3rem}.aside{display:none}
        nav{font-size:.875rem}th,td{padding-right:.75rem}svg{max-width:none}
        .pairs,.history li{grid-template-columns:1fr}.pairs dd{margin-bottom:.25rem}}
        @media print{search,.skip,.back{display:none}html{font-size:10pt}
        body{max-width:none;padding:0}
        article{content-visibility:visible}h2,h3,h4{break-after:avoid}pre,figure,li,tr{break-inside:avoid}
        pre,.changes dd,.node{background:none;border:1px solid var(--rule)}svg,svg.wide{max-width:100%}
        mark,ins,del{print-color-adjust:exact}}
        """;

    /// <summary>The search: a row or article must contain every word. Following a link to something hidden ends the
    /// search.</summary>
    public const string Script = """
        const rows=[...document.querySelectorAll('[data-row]')];
        const entries=[...document.querySelectorAll('[data-entry]')];
        const texts=rows.map((row,i)=>(row.textContent+' '+entries[i].textContent).toLowerCase());
        const [search,found]=['page.search','page.found'].map(id=>document.getElementById(id));
        const show=()=>{
          const words=search.value.toLowerCase().split(/\s+/).filter(Boolean);
          let count=0;
          texts.forEach((text,i)=>{
            const fits=words.every(word=>text.includes(word));
            rows[i].hidden=entries[i].hidden=!fits;
            count+=fits;
          });
          const said=count?count+' of '+texts.length+' found':'Nothing found';
          found.textContent=words.length?said:'';
        };
        search.addEventListener('input',show);
        addEventListener('hashchange',()=>{
          const target=document.getElementById(location.hash.slice(1));
          if(target?.hidden){search.value='';show();target.scrollIntoView();}
        });
        if(search.value)show();
        """;
}
