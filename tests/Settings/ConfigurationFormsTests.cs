using System.Collections.Immutable;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;
using Infra.Tests.Component;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Settings;

/// <summary>
/// The console reads the files, the program what Pulumi makes of them: both come to the same settings, or the console
/// says why it refuses.
/// </summary>
public sealed class ConfigurationFormsTests
{
    private const string Ours = "name: bedrock-prompts\nruntime: dotnet\n";
    private const string Acme = "name: acme\nruntime: dotnet\n";

    public static TheoryData<string, string, string> Agreeing => new()
    {
        { "the stack's file alone", Ours, "config: { bedrock-prompts:default: draft }" },
        { "no project file", "", "config: { bedrock-prompts:default: draft }" },
        { "a project's value", Ours + "config: { bedrock-prompts:default: { value: draft } }", "" },
        { "a project's default", Ours + "config: { bedrock-prompts:default: { default: draft } }", "config: {}" },
        { "a value in short", Ours + "config: { bedrock-prompts:default: draft }", "config:" },
        { "no namespace in the project", Ours + "config: { default: draft }", "" },
        { "no namespace in the stack", Ours, "config: { default: draft, retain: 3 }" },
        {
            "the stack wins", Ours + "config: { bedrock-prompts:default: { value: draft } }",
            "config: { bedrock-prompts:default: latest }"
        },
        {
            "a structured value", Ours + "config: { bedrock-prompts:live: { value: { a: draft, b: [1, 2] } } }", ""
        },
        {
            "a structured value of the stack replaces the project's",
            Ours + "config: { bedrock-prompts:live: { value: { a: draft } } }",
            "config: { bedrock-prompts:live: { b: 1 } }"
        },
        {
            "a nested key goes into what the stack has",
            Ours + "config: { bedrock-prompts:live.a: { value: draft } }",
            "config: { bedrock-prompts:live: { b: 1 } }"
        },
        {
            "a nested key that the stack has",
            Ours + "config: { 'bedrock-prompts:live[\"a\"]': { value: draft }, bedrock-prompts:tags.team: shop }",
            "config: { bedrock-prompts:live: { a: 1 } }"
        },
        {
            "a nested key below another", Ours + "config: { bedrock-prompts:live.a: 2, bedrock-prompts:live: "
                + "{ value: { b: { kept: [1, 2], live: 1 } } } }", ""
        },
        { "JSON in a text", Ours, "config: { bedrock-prompts:live: '{\"a\":\"draft\",\"b\":[1,2]}' }" },
        {
            "numbers and flags", Ours + "config: { bedrock-prompts:retain: 3, bedrock-prompts:protect: true }",
            "config: { bedrock-prompts:default: 'draft' }"
        },
        {
            "typed, and set by the stack", Ours + "config: { retain: { type: integer }, live: { type: object } }",
            "config: { retain: '4', live: { a: 1 } }"
        },
        { "typed", Ours + "config: { bedrock-prompts:retain: { type: integer, default: 4 } }", "" },
        {
            "declared with every key", Ours + "config: { namePrefix: { type: string, description: d, default: x- }, "
                + "live: { type: object, secret: false, default: { a: 1 } }, aws:region: { value: us-east-1 } }", ""
        },
        { "a flag in quotes", Ours + "config: { protect: { type: boolean } }", "config: { protect: 'false' }" },
        { "a flag", Ours + "config: { protect: { type: boolean } }", "config: { protect: true }" },
        { "items of a list", Acme + "config: { hosts: { type: array, items: { type: string }, default: [a] } }", "" },
        { "a list of the stack", Acme + "config: { hosts: { type: array } }", "config: { hosts: [a] }" },
        { "secrets of the project", Acme + "config: { token: { secret: true, default: x } }", "" },
        { "a project of another name", Acme + "config: { bedrock-prompts:default: draft }", "" },
        { "keys of another project", Acme + "config: { orders: draft, acme:retain: 3 }", "config: { table: x- }" },
        { "regions of the project", Acme + "config: { aws:region: eu-west-1 }", "" },
        { "secrets of others", Ours, "config: { aws:secretKey: { secure: AAAB }, bedrock-prompts:default: draft }" },
        {
            "an environment that sets nothing of ours", Ours,
            "environment: { values: { pulumiConfig: { aws:region: us-east-1 } } }\nconfig: { default: draft }"
        },
        {
            "an environment of which somebody said so", Ours,
            "# prompts: allow PRM560 because it holds credentials\nenvironment: [aws]\nconfig: { default: draft }"
        },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "PRM100", Ours, "config: { bedrock-prompts:namePrefix: { secure: AAAB } }" },
        { "PRM560", Ours, "environment: [prod-env]\nconfig: { aws:region: us-east-1 }" },
        { "PRM560", Ours, "environment:\n  values: { pulumiConfig: { bedrock-prompts:default: draft } }" },
        { "PRM560", Ours, "environment: { imports: [a] }" },
        { "PRM560", Ours, "mainEnvironment: acme/prod" },
        { "PRM561", Acme + "config: { bedrock-prompts:default: { default: draft } }", "" },
        { "PRM561", Acme + "config: { bedrock-prompts:default: { description: x } }", "" },
        { "PRM561", Ours + "config: { bedrock-prompts:default: { default: draft, value: latest } }", "" },
        { "PRM561", Ours + "config: { bedrock-prompts:namePrefix: { type: string } }", "config: {}" },
        { "PRM561", Ours + "config: { bedrock-prompts:live: { a: 1 } }", "" },
        {
            "PRM561", Ours + "config: { bedrock-prompts:tags.a: x }",
            "config: { bedrock-prompts:tags: '{\"b\":\"y\"}' }"
        },
        { "PRM561", Acme + "config: { table: { type: string } }", "config: { table: [3] }" },
        { "PRM561", Ours + "config: { retain: { type: object } }", "config: { retain: '3' }" },
        { "PRM561", Ours + "config: { namePrefix: { type: integer } }", "config: { namePrefix: x- }" },
        { "PRM561", Ours + "config: { namePrefix: { type: boolean } }", "config: { namePrefix: 'yes' }" },
        { "PRM561", Ours + "config: { namePrefix: { type: string, secret: true, default: x- } }", "" },
        { "PRM561", Acme + "config: { hosts: { type: array } }", "config: { hosts: { a: b } }" },
        { "PRM561", Acme + "config: { hosts: { type: array } }", "config: { hosts: a }" },
        { "PRM561", Acme + "config: { hosts: { type: object } }", "config: { hosts: [a] }" },
        { "PRM561", Acme + "config: { aws:region: { type: string, value: us-east-1 } }", "" },
        { "PRM561", Acme + "config: { bedrock-prompts:protect: { secret: true, value: true } }", "" },
        { "PRM561", Ours + "config: { retain: { type: boolean } }", "config: { retain: 3 }" },
        { "PRM670", Ours, "config: { default: draft, bedrock-prompts:default: none }" },
        { "PRM562", Ours + "stackConfigDir: stacks\n", "" },
        { "PRM562", Ours + "config: stacks\n", "" },
        { "PRM470", Acme + "config: { bedrockprompts:default: draft }", "" },
        { "PRM470", Acme, "config: { default: draft }" },
        { "PRM008", Ours + "config: { bedrock-prompts:defalt: draft }", "" },
    };

    [Theory]
    [MemberData(nameof(Agreeing))]
    public void Console_and_program_agree(string form, string project, string stack)
    {
        var console = Read(project, stack);

        var texts = StackConfig.Merge(project, stack);
        var program = SettingsReader.ReadConfig(
            "dev",
            SettingsReader.Keys.Select(key => (key, texts.GetValueOrDefault($"bedrock-prompts:{key}"))),
            ImmutableHashSet<string>.Empty,
            (texts.GetValueOrDefault("aws-native:region"), texts.GetValueOrDefault("aws:region")));
        program.Diagnostics.Should().BeEmpty(form);
        SettingsReaderTests.Said(console.Value!.Stacks["dev"]).Should()
            .Be(SettingsReaderTests.Said(program.Value!), form);
        ProjectChecks.Plan(console, "dev", day: null).Diagnostics
            .Where(problem => problem.Code is "PRM560" or "PRM561" or "PRM470").Should().BeEmpty(form);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void The_console_refuses_and_says_why(string code, string project, string stack) =>
        ProjectChecks.Plan(Read(project, stack), "dev", day: null).Diagnostics
            .Where(problem => problem.Severity is Severity.Error)
            .Select(problem => problem.Code).Should().Equal(code);

    [Fact]
    public void What_is_stated_holds_whatever_files_and_environments_say()
    {
        const string Stack = "environment: [a]\nconfig: { bedrock-prompts:default: latest, bedrock-prompts:retain: 3 }";

        var read = Read(Ours, Stack, ("default", "draft"), ("bedrock-prompts:live", "{ a: [1, 2] }"));

        ProjectChecks.Plan(read, "dev", day: null).Diagnostics.Select(problem => problem.Code)
            .Should().NotContain("PRM560");
        var settings = read.Value!.Stacks["dev"];
        settings.Default.Should().Be(DefaultTarget.Draft);
        settings.Retain.Should().Be(3);
        settings.Live.Should().ContainKey("a");
    }

    [Fact]
    public void A_problem_in_the_projects_file_is_told_once_for_all_stacks()
    {
        var read = Project.Read(new MemoryTree(
            ("Pulumi.yaml", Ours + "config: { bedrock-prompts:retain: 30 }"),
            ("Pulumi.dev.yaml", ""),
            ("Pulumi.prod.yaml", "")));

        read.Diagnostics.Where(problem => problem.Code is "PRM101").Should().ContainSingle()
            .Which.At.Should().Be(new Location("Pulumi.yaml", 3, 35));
    }

    [Theory]
    [InlineData("  # prompts: allow PRM471 because it serves them from next week\n")]
    [InlineData("", "PRM471")]
    public void The_program_knows_no_lines_so_a_comment_anywhere_in_the_stacks_file_allows_a_warning(
        string comment, params string[] codes)
    {
        var project = Project.Read(new MemoryTree(
            Planned.Prompt("greeting", "amazon.nova-lite-v1:0"),
            ("Pulumi.dev.yaml", $"config:\n{comment}  aws:region: us-east-1\n")));
        var program = SettingsReader.ReadConfig(
            "dev", [], ImmutableHashSet<string>.Empty, ("us-east-1", null));

        ProjectChecks.Plan(project, program, day: null).Diagnostics.Select(problem => problem.Code)
            .Should().Equal(codes);
    }

    private static Checked<Project> Read(string project, string stack, params (string, string)[] stated)
    {
        (string, string)[] files = [("Pulumi.yaml", project), ("Pulumi.dev.yaml", stack)];
        return Project.Read(new MemoryTree(files.Where(file => file.Item2.Length > 0 || file.Item1 != "Pulumi.yaml")),
            stated);
    }
}
