namespace Infra.Targets.Pages;

/// <summary>What the catalogue's page looks like, and its search.</summary>
internal static class CatalogAssets
{
    /// <summary>The style: light and dark as the reader's system is, and for print.</summary>
    public const string Style = """
        :root{color-scheme:light dark;--text:#1b1f24;--back:#fff;--soft:#f3f5f7;--edge:#8a939c;--link:#0b57b0;
        --mark:#fff1b8;--ins:#d7f5dc;--del:#ffe0e0}
        @media(prefers-color-scheme:dark){:root{--text:#e8eaed;--back:#14171a;--soft:#1f2428;--edge:#7d8791;
        --link:#8ab8ff;--mark:#5a4a00;--ins:#12431f;--del:#5c1f1f}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:75rem;padding:1rem;font:1rem/1.5 system-ui,sans-serif;color:var(--text);
        background:var(--back)}
        a{color:var(--link)}
        a:focus-visible,input:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
        nav{overflow-x:auto}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--edge);vertical-align:top}
        input{font:inherit;padding:.3rem .5rem;width:min(24rem,100%);color:inherit;background:var(--back);
        border:1px solid var(--edge);border-radius:4px}
        article{border-top:2px solid var(--edge);margin-top:2rem;content-visibility:auto;
        contain-intrinsic-size:auto 30rem}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:.8rem;border-radius:6px}
        code{overflow-wrap:anywhere}
        mark{background:var(--mark);color:inherit}
        ins{background:var(--ins);text-decoration:none}
        del{background:var(--del)}
        ins,del,.releases span{white-space:pre-wrap}
        dt{font-weight:600}dd{margin:0 0 .4rem 1rem}
        figure{margin:1rem 0;overflow-x:auto}
        .node{fill:var(--soft);stroke:var(--edge)}
        .name{fill:var(--text);font-weight:600;font-size:14px}.type{fill:var(--text);font-size:12px}
        .line{fill:none;stroke:var(--edge);stroke-width:1.5}.when{stroke-dasharray:5 4}.end{fill:var(--edge)}
        .search{position:sticky;top:0}
        [hidden]{display:none}
        @media print{.search,.skip{display:none}article{content-visibility:visible;break-inside:avoid-page}}
        """;

    /// <summary>The search: every word must be in a name's row or article.</summary>
    public const string Script = """
        const rows=[...document.querySelectorAll('[data-row]')];
        const entries=[...document.querySelectorAll('[data-entry]')];
        const texts=rows.map((row,i)=>(row.textContent+' '+entries[i].textContent).toLowerCase());
        const found=document.getElementById('found');
        document.getElementById('search').addEventListener('input',event=>{
          const words=event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
          let count=0;
          texts.forEach((text,i)=>{
            const fits=words.every(word=>text.includes(word));
            rows[i].hidden=entries[i].hidden=!fits;
            count+=fits;
          });
          found.textContent=words.length?count+' of '+texts.length:'';
        });
        """;
}
