using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Planning;
using Infra.Targets.Pages;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests.Targets.Pages;

public sealed partial class CatalogPageTests
{
    private const string Trial = """
        config:
          aws:region: us-east-1
          bedrock-prompts:live:
            support-auto-response: { kept: [1, 2, 3], live: 1 }
            support-triage: 1
            support-ticket-topic: 1
            billing-answer: 1
            technical-answer: { kept: [1], live: 1 }
          bedrock-prompts:experiments:
            support-auto-response: { arms: { control: 1, next: 3 }, coverage: 20, seed: a }
          bedrock-prompts:default: none
        """;

    private static readonly DateOnly Today = new(2026, 11, 27);

    [Fact]
    public void Every_stack_s_column_says_what_its_plan_says()
    {
        var project = Project.Read(new MemoryTree([.. Files(Repository.Samples), ("Pulumi.trial.yaml", Trial)])).Value!;
        var plans = Plans(project);

        var shown = Rows(CatalogPage.Render(project, plans, [], Today)).ToArray();

        shown.Should().AllSatisfy(row => row.Serves.Should().Equal(plans.Select(plan => Served(plan, row.Name))));
        shown.SelectMany(row => row.Serves).Distinct().Order(StringComparer.Ordinal).Should().Equal(
            "draft", "release 1", "release 1, experiment", "release 3", "–");
        shown.Should().Contain(row => row.Name == "support-triage" && row.Serves.SequenceEqual(
            new[] { "draft", "release 1", "release 1", "release 1" }));
    }

    [Fact]
    public void An_experiment_is_told_with_its_shares()
    {
        var project = Project.Read(new MemoryTree([.. Files(Repository.Samples), ("Pulumi.trial.yaml", Trial)])).Value!;

        CatalogPage.Render(project, Plans(project), [], Today)
            .Should().Contain("<dd>release 1; 20 % of units take part: control 10 %, next 10 %</dd>");
    }

    [Fact]
    public void What_a_file_says_is_text_and_never_markup()
    {
        var page = Page(
            ("prompts/greeting.yaml", "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\n"
                + "description: </p><script>alert(1)</script>\nowner: a\n"
                + "text: '\"><img src=x onerror=alert(1)> {{name}}'\n"
                + "variables: { name: '</dd><b>' }\n"));

        Tags().Matches(page).Select(tag => tag.Groups[1].Value).Should().NotContain(["img", "b"]);
        Regex.Count(page, "<script").Should().Be(1);
        page.Should().Contain("&lt;/p&gt;&lt;script&gt;alert(1)").And.Contain("<mark>{{name}}</mark>")
            .And.Contain("default-src 'none'").And.NotContain("unsafe-inline");
    }

    [Fact]
    public void The_text_of_a_prompt_that_lives_in_a_flow_is_shown() =>
        CatalogPage.Render(Hostile(), Plans(Hostile()), [], Today).Should().Contain(
            "<h4>Alone</h4>\n<pre dir=\"auto\">&lt;/pre&gt;&lt;script&gt;alert(17)&lt;/script&gt; "
                + "<mark>{{topic}}</mark></pre>");

    [Fact]
    public void The_value_of_a_secret_variable_is_not_shown() =>
        Page(("prompts/greeting.yaml", "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\n"
            + "text: 'Hi {{code}}'\n"
            + "variables: { code: { description: A code, secret: true } }\n"
            + "tests: [{ name: a, given: { code: hunter2 }, expect: [{ contains: x }] }]\n"))
            .Should().Contain("<dd dir=\"auto\">(secret)</dd>").And.NotContain("hunter2");

    [Fact]
    public void A_thousand_prompts_are_a_page_that_can_be_mailed() =>
        Page([.. Enumerable.Range(1, 1000).Select(number => (
            $"prompts/customer-email-{number}.yaml",
            $"model: amazon.nova-lite-v1:0\ninference: {{ maxTokens: 9 }}\ntext: |\n  {new string('x', 2000)}\n"))])
            .Length.Should().BeLessThan(10_000_000);

    [Fact]
    public async Task The_command_writes_the_page_and_says_where()
    {
        using var folder = new TemporaryFolder();

        var run = await PromptsConsole.Run(Repository.Samples, "catalog", "-o", folder.File("pages/new"));

        run.Output.Should().Be(folder.File("pages/new/index.html") + "\n");
        Rows(folder.Read("pages/new/index.html")).Should().NotBeEmpty();
    }

    private static string Page(params (string, string)[] files)
    {
        const string Stack = "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n";
        var project = Project.Read(new MemoryTree([.. files, ("Pulumi.dev.yaml", Stack)])).Value!;
        return CatalogPage.Render(project, Plans(project), [], Today);
    }

    private static string Served(Plan plan, string name) =>
        plan.Aliases.FirstOrDefault(alias => alias.Owner == name) switch
        {
            null => "–",
            { Release: { } release } when plan.Experiments.Any(running => running.Name == name) =>
                $"release {release}, experiment",
            { Release: { } release } => $"release {release}",
            _ => "draft",
        };

    private static IEnumerable<(string, string)> Files(string folder)
    {
        var tree = new WorkingTree(folder);
        return tree.Paths.Select(path => (path, Encoding.UTF8.GetString(tree.Read(path)!)));
    }

    private static Project Hostile() =>
        Project.Read(new WorkingTree(Repository.Path("tests", "Browser", "hostile"))).Value!;

    private static Plan[] Plans(Project project) =>
        [.. project.Stacks.Values.Select(stack => Planner.Plan(project, stack).Value!)];

    private static IEnumerable<(string Name, string[] Serves)> Rows(string page) =>
        from row in Row().Matches(page)
        let cells = Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).ToArray()
        select (row.Groups[1].Value, cells[3..]);

    [GeneratedRegex("<tr data-row><th scope=\"row\"><a href=\"#([^\"]+)\">.*</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>(.*?)</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Tags();
}
