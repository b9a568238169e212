using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.New;

/// <summary>How files of this repository become files of a team's own repository.</summary>
internal static partial class RepositoryRules
{
    /// <summary>A workflow, complete in one file, which uses the packed console instead of this repository's
    /// source.</summary>
    public static string Workflow(string name) => WithStacks(Inlined(Cached().Replace(
            Read(".github", "workflows", name), "      - run: dotnet tool restore\n"))
        .Replace("  ci:\n    uses: ./.github/workflows/ci.yml\n    permissions:\n      contents: read\n", Check(),
            StringComparison.Ordinal)
        .Replace("in the order of .ci/stacks", "drafts first, what is protected last", StringComparison.Ordinal)
        .Replace("global-json-file: global.json", $"dotnet-version: {Framework()}.x", StringComparison.Ordinal)
        .Replace("dotnet infra/Cli/bin/Debug/net10.0/prompts.dll ", "dotnet prompts ", StringComparison.Ordinal)
        .Replace("dotnet run --project infra/Cli -- ", "dotnet tool restore && dotnet prompts ",
            StringComparison.Ordinal)
        .Replace("bash .ci/run < /dev/null", "dotnet tool restore && dotnet prompts validate",
            StringComparison.Ordinal));

    /// <summary>A stack's file, without settings that only other definitions need.</summary>
    public static string Stack(string name)
    {
        var lines = new List<string>();
        var block = "";
        foreach (var line in Read(name).TrimEnd('\n').Split('\n'))
        {
            block = line.StartsWith("  bedrock-prompts:", StringComparison.Ordinal) ? line.Trim().TrimEnd(':')
                : line.StartsWith("    ", StringComparison.Ordinal) ? block
                : "";
            var isKept = block switch
            {
                "bedrock-prompts:values" => false,
                "bedrock-prompts:live" => line.StartsWith("  b", StringComparison.Ordinal)
                    || line.TrimStart().StartsWith("greeting-email:", StringComparison.Ordinal),
                _ => true,
            };
            if (isKept)
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The program's project file, which refers to the package instead of the project in this
    /// repository.</summary>
    public static string Program()
    {
        var all = Read("Directory.Build.props");
        var package = Value(Read("infra", "Component", "Infra.Component.csproj"), "PackageId");
        var properties = ((string[])["TargetFramework", "Nullable", "ImplicitUsings", "InvariantGlobalization"])
            .Select(property => $"    <{property}>{Value(all, property)}</{property}>\n");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
            {string.Concat(properties).TrimEnd('\n')}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="$version$" />
              </ItemGroup>
            </Project>

            """;
    }

    private static string Read(params string[] path) => File.ReadAllText(Repository.Path(path));

    private static string Framework() => Value(Read("Directory.Build.props"), "TargetFramework")["net".Length..];

    private static string Value(string project, string property) =>
        Regex.Match(project, $"<{property}>(.*?)</{property}>").Groups[1].Value;

    /// <summary>The first job of this repository's CI.</summary>
    private static string Check() => "  ci:\n" + Read(".github", "workflows", "ci.yml")
        .Split("  check:\n")[1]
        .Split("      # preview.yml takes it from here.\n")[0];

    /// <summary>Replaces the step that uses the action by the steps of the action.</summary>
    private static string Inlined(string workflow) => Use().Replace(workflow, use =>
    {
        var steps = string.Concat(Read(".github", "actions", "deploy", "action.yml").Split("  steps:\n")[1]
            .TrimEnd('\n').Split('\n').Select(line => $"  {line}\n"));
        return With().Matches(use.Groups["with"].Value).Aggregate(steps, (text, given) => text.Replace(
            $"${{{{ inputs.{given.Groups["key"].Value} }}}}", given.Groups["value"].Value, StringComparison.Ordinal));
    });

    /// <summary>Replaces the script that lists stacks by a function within the step.</summary>
    private static string WithStacks(string workflow)
    {
        string[] body =
        [
            .. Read(".ci", "stacks").Split("cd \"$(dirname \"$0\")/..\"\n")[1].Split('\n')
                .Where(line => line.Length > 0),
        ];
        return Script().Replace(workflow, script => script.Value.Contains(".ci/stacks", StringComparison.Ordinal)
            ? $"{script.Groups["run"].Value}{Function(script.Groups["indent"].Value, body)}"
                + script.Groups["lines"].Value.Replace(".ci/stacks", "stacks_in_order", StringComparison.Ordinal)
            : script.Value);
    }

    private static string Function(string indent, IEnumerable<string> body) =>
        $"{indent}stacks_in_order() (\n{string.Concat(body.Select(line => $"{indent}  {line}\n"))}{indent})\n";

    [GeneratedRegex(@"      - uses: \./\.github/actions/deploy\n        with:\n(?<with>(?:          .*\n)+)")]
    private static partial Regex Use();

    /// <summary>The steps that build the console from source or restore it from an earlier run.</summary>
    [GeneratedRegex(@"      # A pull request that changes(?:.*\n)*?        run: dotnet build infra/Cli.*\n")]
    private static partial Regex Cached();

    [GeneratedRegex(@"(?<key>[a-z-]+): (?<value>.*)\n")]
    private static partial Regex With();

    [GeneratedRegex(@"(?<run> +(?:- )?run: \|\n)(?<lines>(?<indent> {10})\S.*\n(?: {10}.*\n|\n)*)")]
    private static partial Regex Script();
}
