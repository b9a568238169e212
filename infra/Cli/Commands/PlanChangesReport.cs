using System.Collections.Immutable;
using Infra.Changes;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Targets;
using Infra.Values;
using Infra.Workspace;
using Infra.Workspace.Git;

namespace Infra.Cli.Commands;

/// <summary><c>prompts plan --against</c>: what a change of the repository means for one stack, or for all.</summary>
internal static class PlanChangesReport
{
    /// <summary>Prints the changes.</summary>
    public static async Task<int> Run(
        PlanCommand.PlanRequest request, string revision, bool isDetailed, CancellationToken cancel)
    {
        if (request.Format is PlanFormat.CloudFormation)
        {
            throw new Failure("A CloudFormation template holds a whole stack: leave out --against.");
        }

        var reviews = await Reviews(request, revision, cancel).ConfigureAwait(false);
        var exit = request.Host.Report(reviews.SelectMany(review => review.Diagnostics).InFileOrder());

        // A comment about a refusal must replace an earlier comment about a plan.
        if (exit == ExitCode.Success || request is { Stack: null, Format: PlanFormat.Markdown })
        {
            Print(reviews, request, revision);
        }

        var changes = reviews.Any(review => review is not StackReview.Planned { Changes.IsEmpty: true });
        return exit == ExitCode.Success && isDetailed && changes ? ExitCode.Changes : exit;
    }

    private static async Task<ImmutableArray<StackReview>> Reviews(
        PlanCommand.PlanRequest request, string revision, CancellationToken cancel)
    {
        var working = ReadOnceTree.Of(new WorkingTree(request.Folder));
        var old = GitTree.Read(new(request.Folder), revision, working, cancel);
        var after = Project.Read(working, request.Host.Config);
        if (request.Stack is { } named)
        {
            // An unknown name is reported before git is waited for.
            _ = ProjectChecks.Settings(after.Value!, named);
        }

        var revised = await old.ConfigureAwait(false);
        var before = after.Value!.ReadBefore(revised, revised.Same);
        return request.Stack is { } one
            ? [Review(before, after, one, request.Host.Today)]
            : StackReview.InOrder(after.Value.Stacks.Keys.Union(before.Stacks.Keys, StringComparer.Ordinal)
                .Select(stack => Review(before, after, stack, request.Host.Today)));
    }

    private static StackReview Review(Project before, Checked<Project> after, string stack, DateOnly day)
    {
        if (!after.Value!.Stacks.ContainsKey(stack))
        {
            return new StackReview.Gone(stack);
        }

        var plan = ProjectChecks.Plan(after, stack, new(day));
        var was = before.Stacks.TryGetValue(stack, out var settings) ? Planner.Plan(before, settings).Value : null;
        ImmutableArray<Diagnostic> diagnostics =
        [
            .. plan.Diagnostics,
            .. plan.Value is null ? [] : ProjectChecks.Step((before, was), (after.Value, plan.Value), stack, day),
        ];
        return diagnostics.HasErrors() || plan.Value is null
            ? new StackReview.Refused(stack, diagnostics)
            : new StackReview.Planned(
                PlanChanges.Between(was, plan.Value, after.Value.Stacks[stack].Models), diagnostics);
    }

    private static void Print(ImmutableArray<StackReview> reviews, PlanCommand.PlanRequest request, string revision)
    {
        var (plans, output) = (reviews.OfType<StackReview.Planned>().Select(plan => plan.Changes), request.Host.Out);
        switch (request.Format)
        {
            case PlanFormat.Markdown:
                output.Write(PlanComment.Render(reviews, revision));
                break;
            case PlanFormat.Json when request.Stack is null:
                output.WriteLine(CanonicalJson.Indented(
                    Shorthand.List(plans.Select(plan => (Value)PlanChangesJson.Render(plan, revision)))));
                break;
            case PlanFormat.Json:
                output.WriteLine(CanonicalJson.Indented(PlanChangesJson.Render(plans.Single(), revision)));
                break;
            default:
                Write(plans, revision, output);
                break;
        }
    }

    private static void Write(IEnumerable<PlanChanges> plans, string revision, TextWriter output)
    {
        var between = "";
        foreach (var plan in plans)
        {
            output.Write(between);
            PlanChangesText.Write(plan, revision, output);
            between = output.NewLine;
        }
    }
}
