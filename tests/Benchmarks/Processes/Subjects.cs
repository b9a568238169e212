using System.Text.Json;
using Infra.Benchmarks.Catalogs;

namespace Infra.Benchmarks.Processes;

/// <summary>What is run on a catalog of one size: a git repository, one file changed since its only commit.</summary>
internal static class Subjects
{
    /// <summary>The start of a .NET process that does nothing.</summary>
    public const string Start = "bare process start";

    /// <summary>YamlDotNet over the same files, precompiled, one after the other, building nothing.</summary>
    public const string Parse = "YAML parsing alone";

    /// <summary>What the name of a floor ends with when it is compiled as the console is.</summary>
    public const string Native = ", native";

    /// <summary>The console's check of everything.</summary>
    public const string Validate = "validate";

    /// <summary>The console's plan.</summary>
    public const string Plan = "plan";

    /// <summary>The console's plan against the commit, with one file changed.</summary>
    public const string Against = "plan --against HEAD";

    /// <summary>The console's page for people, with its history.</summary>
    public const string Page = "catalog";

    /// <summary>The same page, when each prompt has three releases and git knows of them.</summary>
    public const string GrownPage = "catalog, three releases each";

    /// <summary>The start of the console's tests: it reads, plans, starts the local Bedrock,
    /// and finds nothing deployed.</summary>
    public const string Smoke = "smoke --local, start";

    /// <summary>The same prompts in the AWS CDK.</summary>
    public const string Cdk = "aws-cdk-lib";

    /// <summary>The same prompts in the AWS CDK, its own validation turned off.</summary>
    public const string CdkUnchecked = "aws-cdk-lib, unchecked";

    /// <summary>The subjects of a size, their catalog written below a folder.</summary>
    public static IEnumerable<Subject> Of(int prompts, Tools tools, string folder)
    {
        var project = Path.Combine(folder, $"catalog-{prompts}");
        var catalog = GeneratedCatalog.Of(prompts);
        catalog.Write(project);
        Tools.Run("git", ["init", "--quiet"], project);
        Commit(project);
        Change(catalog, project);
        var grown = Path.Combine(folder, $"catalog-{prompts}-grown");
        Grow(grown, prompts, 3);
        return
        [
            new(Start, prompts, new(tools.Floor, [], project)),
            new(Parse, prompts, new(tools.Floor, [project], project)),
            new(Start + Native, prompts, new(tools.NativeFloor, [], project)),
            new(Parse + Native, prompts, new(tools.NativeFloor, [project], project)),
            new(Validate, prompts, new(tools.Console, ["validate"], project)),
            new(Plan, prompts, new(tools.Console, ["plan", GeneratedCatalog.Stack], project)),
            new(Smoke, prompts, new(tools.Console, ["smoke", GeneratedCatalog.Stack, "--local"], project) { Exit = 2 }),
            new(Page, prompts, new(tools.Console, ["catalog", "-o", Path.Combine(folder, "page")], project)),
            new(GrownPage, prompts, new(tools.Console, ["catalog", "-o", Path.Combine(folder, "page")], grown)),
            new(Against, prompts, new(tools.Console, ["plan", GeneratedCatalog.Stack, "--against", "HEAD"], project)),
        ];
    }

    /// <summary>Writes a catalog whose prompts have this many releases, with a commit for each.</summary>
    public static void Grow(string project, int prompts, int releases)
    {
        Directory.CreateDirectory(project);
        Tools.Run("git", ["init", "--quiet"], project);
        foreach (var catalog in GeneratedCatalog.Grown(prompts, releases))
        {
            catalog.Write(project);
            Commit(project);
        }
    }

    /// <summary>The CDK on a catalog of a size; nothing when it could not be installed.</summary>
    public static IEnumerable<Subject> OfCdk(int prompts, Tools tools, string folder)
    {
        if (tools.Cdk is not { } program)
        {
            return [];
        }

        var list = Path.Combine(folder, $"prompts-{prompts}.json");
        File.WriteAllText(list, JsonSerializer.Serialize(GeneratedCatalog.Of(prompts).Texts));
        string[] arguments = [program, list, Path.Combine(folder, $"cdk-{prompts}.out")];
        return
        [
            new(Cdk, prompts, new("node", arguments, folder)),
            new(CdkUnchecked, prompts, new("env", ["CDK_VALIDATION=false", "node", .. arguments], folder)),
        ];
    }

    private static void Commit(string project)
    {
        string[] identity =
            ["-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost", "-c", "commit.gpgsign=false"];
        Tools.Run("git", ["add", "."], project);
        Tools.Run("git", [.. identity, "commit", "--quiet", "--message", "Catalog"], project);
    }

    private static void Change(GeneratedCatalog catalog, string project)
    {
        var path = catalog.Files.Keys.First(Definitions.Catalog.IsDefinition);
        File.WriteAllText(
            Path.Combine(project, path),
            catalog.Files[path].Replace("maxTokens: ", "maxTokens: 1", StringComparison.Ordinal));
    }
}
