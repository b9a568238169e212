using System.Diagnostics;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests;

/// <summary>What the workflows may do, and with what: read as YAML, not run.</summary>
public sealed partial class WorkflowTests
{
    private const string OnlyPreview = "preview.yml";

    private static readonly string[] Deploying = ["PULUMI_ACCESS_TOKEN", "AWS_DEPLOY_ROLE", "AWS_SMOKE_ROLE"];

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Repository.Path(".github", "workflows"), "*.yml"),
        .. Directory.EnumerateFiles(Repository.Path(".github", "actions"), "*.yml", SearchOption.AllDirectories),
    ];

    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Repository.Path(".github", "workflows"), "*.yml")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_handed_on_that_was_not_named(string file) =>
        Texts(Read(file)).Should().NotContain("inherit");

    [Theory]
    [MemberData(nameof(Files))]
    public void What_others_wrote_is_pinned_to_a_commit(string file)
    {
        var used = Maps(Read(file)).Select(map => Text(map["uses"])).OfType<string>()
            .Where(used => !used.StartsWith("./", StringComparison.Ordinal));

        used.Should().OnlyContain(action => Pinned().IsMatch(action));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Pulumi_is_the_version_that_was_tried(string file) =>
        Using(Read(file), "pulumi/").Select(step => Text(Map(step["with"])["pulumi-version"]) ?? "")
            .Should().NotContain(version => !Version().IsMatch(version));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_stack_is_named_so_that_all_there_are_take_part(string file) =>
        Texts(Read(file)).Should().NotContain(text => StackName().IsMatch(text));

    [Theory]
    [MemberData(nameof(Files))]
    public void What_others_can_choose_never_becomes_part_of_a_script(string file) =>
        Maps(Read(file)).Select(step => Text(step["run"])).OfType<string>()
            .Should().NotContain(script => script.Contains("${{", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_read_the_repository_and_a_job_says_what_it_needs_beside(string file)
    {
        var workflow = Read(file);

        CanonicalJson.Compact(workflow["permissions"]!).Should().Be("""{"contents":"read"}""");
        Jobs(workflow).Where(job => job["uses"] is null).Should().OnlyContain(job => job["timeout-minutes"] != null);
        Using(workflow, "actions/checkout")
            .Should().OnlyContain(step => Text(Map(step["with"])["persist-credentials"]) == "false");
    }

    [Fact]
    public void A_preview_runs_a_branchs_code_and_reaches_nothing_that_deploys()
    {
        var preview = File.ReadAllText(Repository.Path(".github", "workflows", OnlyPreview));

        preview.Should().NotContainAny(Deploying.SelectMany(name => new[] { $"secrets.{name}", $"vars.{name}" }));
        Text(Map(Map(Read("preview")["jobs"])["pulumi"])["environment"]).Should().EndWith("-preview");
    }

    [Fact]
    public void A_console_in_the_cache_is_one_that_main_built_of_the_same_files()
    {
        var saved = Using(Read("ci"), "actions/cache/save@").Single();
        var restored = Using(Read("preview"), "actions/cache/restore@").Single();

        Text(saved["if"]).Should().Be("github.ref == 'refs/heads/main'");
        Text(Map(restored["with"])["key"]).Should().Be(Text(Map(saved["with"])["key"])).And.Contain("infra/**");
        Text(Map(restored["with"])["path"]).Should().Be(Text(Map(saved["with"])["path"]));
    }

    [Fact]
    public void Only_a_merge_to_main_that_passed_ci_is_deployed()
    {
        var deploy = Read("deploy");
        var job = Map(Map(deploy["jobs"])["deploy"]);

        CanonicalJson.Compact(deploy["on"]!).Should().Be("""{"push":{"branches":["main"]}}""");
        Texts(job["needs"]!).Should().Contain("ci");
        Text(Map(Map(deploy["jobs"])["ci"])["uses"]).Should().Be("./.github/workflows/ci.yml");
    }

    [Theory]
    [InlineData("deploy", "${{ matrix.stack }}")]
    [InlineData("deploy-stack", "${{ inputs.stack }}")]
    public void A_stacks_role_and_token_are_its_own_environments_and_one_that_is_unset_is_an_error(
        string workflow, string stack)
    {
        var job = Map(Map(Read(workflow)["jobs"])["deploy"]);
        var setUp = Maps(ReadFile(Repository.Path(".github", "actions", "deploy", "action.yml")))
            .First(step => step["run"] is not null);

        Text(job["environment"]).Should().Be(stack);
        job["if"].Should().BeNull("a job that is left out is green");
        Texts(job).Should().Contain(Deploying.Select(name =>
            $"${{{{ {(name.StartsWith("AWS", StringComparison.Ordinal) ? "vars" : "secrets")}.{name} }}}}"));
        Map(setUp["env"]).Entries.Keys.Should().Contain(Deploying);
        Text(setUp["run"]).Should().Contain("exit 1").And.ContainAll(Deploying);
    }

    [Fact]
    public void A_preview_of_the_same_stack_comes_before_every_deployment_since_it_alone_sees_what_would_be_cut_wrong()
    {
        var action = ReadFile(Repository.Path(".github", "actions", "deploy", "action.yml"));

        var pulumi = Using(action, "pulumi/actions").Select(step => Map(step["with"])).ToArray();

        pulumi.Select(step => Text(step["command"])).Should().Equal("preview", "up");
        pulumi.Select(step => Text(step["stack-name"])).Should().AllBe("${{ inputs.stack }}");
        Files.OfType<object[]>().SelectMany(row => Texts(Read((string)row[0])))
            .Should().NotContain(text => text.Contains("--skip-preview"));
    }

    [Fact]
    public void In_an_emergency_one_stack_waits_for_no_other_and_still_comes_from_main()
    {
        var emergency = Read("deploy-stack");
        var jobs = Map(emergency["jobs"]);

        Maps(emergency).Should().OnlyContain(map => map["concurrency"] == null);
        Text(Map(jobs["deploy"])["needs"]).Should().Be("check");
        Maps(jobs["check"]!).Select(step => Text(step["run"])).OfType<string>()
            .Should().Contain(script => script.Contains("refs/heads/main") && script.Contains("exit 1"))
            .And.Contain(script => script.Contains(".ci/stacks") && script.Contains("exit 1"));
    }

    [Fact]
    public void The_catalogue_is_published_only_where_somebody_wants_it()
    {
        var jobs = Map(Read("catalog")["jobs"]);

        Text(Map(jobs["build"])["if"]).Should().Be("vars.PUBLISH_CATALOG == 'true'");
        Text(Map(jobs["publish"])["needs"]).Should().Be("build");
        Map(jobs["publish"])["if"].Should().BeNull("it would run though nothing was built");
    }

    [Fact]
    public async Task Stacks_are_deployed_from_drafts_to_what_is_listed_and_what_is_protected_last()
    {
        using var project = new TemporaryFolder();
        foreach (var (stack, settings) in new[]
        {
            ("a", "bedrock-prompts:default: none\n  bedrock-prompts:protect: \"true\""),
            ("b", "bedrock-prompts:retain: 3"),
            ("c", "bedrock-prompts:default: 'latest'"),
            ("d", "bedrock-prompts:default: draft   # everything"),
        })
        {
            project.Write($"Pulumi.{stack}.yaml", $"config:\n  {settings}\n");
        }

        var script = await File.ReadAllTextAsync(Repository.Path(".ci", "stacks"));
        project.Write("Pulumi.yaml", "").Write(".ci/stacks", script);

        (await Run(project.File(".ci/stacks"))).Should().Be("d\nc\nb\na\n");
    }

    private static async Task<string> Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true })!;
        return await shell.StandardOutput.ReadToEndAsync();
    }

    private static Value.Map Read(string nameOrFile) => ReadFile(
        File.Exists(nameOrFile) ? nameOrFile : Repository.Path(".github", "workflows", $"{nameOrFile}.yml"));

    private static Value.Map ReadFile(string file) =>
        Map(YamlCursor.Read(new SourceText("workflow.yaml", File.ReadAllText(file)), [])!.ToValue());

    private static IEnumerable<Value.Map> Jobs(Value.Map workflow) =>
        Map(workflow["jobs"]).Entries.Values.Cast<Value.Map>();

    private static Value.Map Map(Value? value) => value.Should().BeOfType<Value.Map>().Subject;

    private static IEnumerable<Value.Map> Using(Value.Map file, string action) =>
        Maps(file).Where(step => Text(step["uses"])?.StartsWith(action, StringComparison.Ordinal) is true);

    private static string? Text(Value? value) => value switch
    {
        Value.Text text => text.Content,
        Value.Flag flag => flag.Content ? "true" : "false",
        _ => null,
    };

    private static IEnumerable<Value.Map> Maps(Value value) => value switch
    {
        Value.Map map => map.Entries.Values.SelectMany(Maps).Prepend(map),
        Value.List list => list.Items.SelectMany(Maps),
        _ => [],
    };

    private static IEnumerable<string> Texts(Value value) => value switch
    {
        Value.Map map => map.Entries.Values.SelectMany(Texts),
        Value.List list => list.Items.SelectMany(Texts),
        Value.Text text => [text.Content],
        _ => [],
    };

    [GeneratedRegex("^[^@]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<!/)\b(dev|staging|prod)\b")]
    private static partial Regex StackName();
}
