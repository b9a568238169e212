using BenchmarkDotNet.Attributes;
using Infra.Benchmarks.Catalogs;
using Infra.Definitions;
using Infra.Models;
using Infra.Planning;
using Infra.Targets;

namespace Infra.Benchmarks.Stages;

/// <summary>What a plan does, stage by stage, from files in memory to text.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private MemoryTree _tree = null!;
    private Project _project = null!;
    private Plan _plan = null!;

    /// <summary>Prompts in the catalog.</summary>
    [Params(10, 100, 1_000)]
    public int Prompts { get; set; }

    /// <summary>Generates the catalog and what each stage starts from.</summary>
    [GlobalSetup]
    public void Generate()
    {
        _tree = new MemoryTree(GeneratedCatalog.Of(Prompts).Files);
        _project = Project.Read(_tree).Value!;
        _plan = Plan();
    }

    /// <summary>Files to definitions, each checked by itself.</summary>
    [Benchmark]
    public object Definitions() => Catalog.Read(_tree);

    /// <summary>Files to everything that a repository says, checked: <c>validate</c> without the stacks.</summary>
    [Benchmark]
    public object Read() => Project.Read(_tree);

    /// <summary>Definitions and settings to declarations.</summary>
    [Benchmark]
    public Plan Plan() => Planner.Plan(_project, _project.Stacks[GeneratedCatalog.Stack]).Value!;

    /// <summary>Declarations to what is said of their models, and of what the stack requires.</summary>
    [Benchmark]
    public object Judge()
    {
        var settings = _project.Stacks[GeneratedCatalog.Stack];
        var day = new ModelDay(ModelCatalog.Known.Date);
        return ModelChecks.Of(_plan, settings, day)
            .Concat(RequirementChecks.Of(_plan, _project, settings, day))
            .ToList();
    }

    /// <summary>Declarations to text.</summary>
    [Benchmark]
    public void Render() => PlanText.Write(_plan, TextWriter.Null);

    /// <summary>Declarations to JSON.</summary>
    [Benchmark]
    public void RenderJson() => PlanJson.Write(_plan, TextWriter.Null);
}
