using System.Text.Json;
using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning.Watching;

public sealed class DashboardTests
{
    private const string Nova = "amazon.nova-lite-v1:0";

    private static readonly (string Path, string Text) Stack =
        Planned.Dev("measure: true", "watch: { dashboard: true, latency: { p95: 8s }, quality: { below: 95% } }");

    [Fact]
    public void A_row_shows_calls_latency_tokens_cost_and_what_applications_report()
    {
        var widgets = Widgets(Dashboards(Stack, Planned.Prompt("greeting", Nova)).Single()).ToArray();

        widgets.Skip(1).Select(widget => widget.GetProperty("properties").GetProperty("title").GetString()).Should()
            .Equal(
                "greeting: calls", "greeting: latency, milliseconds", "greeting: tokens",
                "greeting: estimated cost, US dollars", "greeting: good answers, percent");
        widgets[0].GetRawText().Should().Contain("| greeting | the draft |");
        widgets[2].GetRawText().Should().Contain("\"value\":8000").And.Contain("p50").And.Contain("p95");
        widgets[4].GetRawText().Should().Contain("FILL(read1, 0) * 0.00000006 + FILL(written1, 0) * 0.00000024");
        widgets.Skip(1).Sum(widget => widget.GetProperty("width").GetInt32()).Should().Be(24);
    }

    [Fact]
    public void An_unknown_price_is_said_and_never_shown_as_zero()
    {
        var body = Body(Dashboards(Stack, Planned.Prompt("greeting", "acme.new-model-v1:0")).Single());

        body.Should().Contain("The price of acme.new-model-v1:0 is not known.").And.NotContain("US dollars");
    }

    [Fact]
    public void Five_hundred_prompts_are_spread_over_dashboards_that_CloudWatch_takes()
    {
        (string, string)[] files =
            [Stack, .. Enumerable.Range(0, 500).Select(i => Planned.Prompt($"greeting-{i:D3}", Nova))];
        var dashboards = Dashboards(files);

        dashboards.Should().HaveCount(10);
        dashboards[1].Because.Should().Be("dashboard 2 of 10, because one would be full: greeting-050 to greeting-099");
        dashboards.Select(one => one.Properties["DashboardName"]).Should().OnlyHaveUniqueItems();
        foreach (var dashboard in dashboards)
        {
            var widgets = Widgets(dashboard).ToArray();
            widgets.Length.Should().BeLessThanOrEqualTo(500);
            widgets.Sum(Metrics).Should().BeLessThanOrEqualTo(2500);
        }

        Dashboards([.. files.AsEnumerable().Reverse()]).Select(Body).Should().Equal(dashboards.Select(Body));
    }

    [Fact]
    public void Without_measure_there_is_nothing_to_show()
    {
        var plan = Planned.Of(Planned.Dev("watch: { dashboard: true }"), Planned.Prompt("greeting", Nova));

        plan.Diagnostics.Select(problem => problem.Code).Should().Contain("PRM657");
    }

    [Fact]
    public void Queries_are_saved_where_calls_are_logged()
    {
        var plan = Planned.Sound(
            Planned.Dev("watch: { logGroup: /aws/bedrock/invocations }"), Planned.Prompt("greeting", Nova));

        plan.Resources.Where(resource => resource.Type == ResourceTypes.QueryDefinition)
            .Select(query => ((Value.Text)query.Properties["Name"]!).Content).Should().Equal(
                "bedrock-prompts/dev/calls and tokens by release",
                "bedrock-prompts/dev/failed calls",
                "bedrock-prompts/dev/who called what");
    }

    private static DeclaredResource[] Dashboards(params (string, string)[] files) =>
        [.. Planned.Sound(files).Resources.Where(resource => resource.Type == ResourceTypes.Dashboard)];

    private static string Body(DeclaredResource dashboard) =>
        new Place("us-east-1", "123456789012")
            .Text(dashboard.Properties["DashboardBody"]!, reference => reference.Resource);

    private static IEnumerable<JsonElement> Widgets(DeclaredResource dashboard) =>
        JsonSerializer.Deserialize<JsonElement>(Body(dashboard)).GetProperty("widgets").EnumerateArray();

    private static int Metrics(JsonElement widget) =>
        widget.GetProperty("properties").TryGetProperty("metrics", out var lines)
            ? lines.EnumerateArray().Count(line => line.GetArrayLength() > 1)
            : 0;
}
