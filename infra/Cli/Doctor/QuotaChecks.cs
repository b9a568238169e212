using System.Globalization;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Doctor;

/// <summary>Checks that quotas leave room for what a plan adds.</summary>
/// <remarks>Source: AWS General Reference, "Amazon Bedrock endpoints and quotas", read 2025-06-05.</remarks>
internal sealed class QuotaChecks(ServiceReads reads, Plan plan)
{
    private const string Name = "quotas";

    /// <summary>The most versions of a prompt; AWS does not raise this quota.</summary>
    private const int MostVersions = 10;

    /// <summary>Checks prompts, their versions, and flows.</summary>
    public async Task<DoctorFinding[]> All()
    {
        var flows = Room("flows", ResourceTypes.Flow, "bedrock:ListFlows", most: 100);
        var prompts = await Room("prompts", ResourceTypes.Prompt, "bedrock:ListPrompts", most: 500)
            .ConfigureAwait(false);
        return
        [
            prompts.DoctorFinding, await Versions(prompts.Ids).ConfigureAwait(false),
            (await flows.ConfigureAwait(false)).DoctorFinding,
        ];
    }

    private async Task<(DoctorFinding DoctorFinding, Dictionary<string, string> Ids)> Room(
        string kind, string type, string permission, int most)
    {
        var answer = await reads.Get("bedrock-agent", $"{kind}/?maxResults=1000").ConfigureAwait(false);
        var items = answer is { IsGood: true }
            ? ServiceReads.Items(answer.Body, item =>
                (Name: item.GetProperty("name").ToString(), Id: item.GetProperty("id").ToString()))
            : null;
        if (items is null)
        {
            return (ServiceReads.NotSeen(Name, $"The existing {kind} were not counted", answer) with
            {
                Permission = permission,
            }, []);
        }

        var there = items.GroupBy(item => item.Name, StringComparer.Ordinal)
            .ToDictionary(alike => alike.Key, alike => alike.First().Id, StringComparer.Ordinal);
        var added = plan.Resources.Count(resource => resource.Type == type && NameOf(resource) is { } name
            && !there.ContainsKey(name));
        var sum = items.Length + added;
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: {items.Length} now, {added} to be added; an account has {most} by default.");
        return ((sum > most
            ? DoctorFinding.Fail(Name, found, "Ask for a higher quota in Service Quotas, or delete what nobody uses.")
            : sum > most * 8 / 10
                ? DoctorFinding.Warn(Name, found, "Ask for a higher quota in Service Quotas in time.")
                : DoctorFinding.Ok(Name, found)) with
        { Permission = permission }, there);
    }

    /// <summary>Checks versions: a promotion creates one before it deletes another, so there must be room for one
    /// more.</summary>
    private async Task<DoctorFinding> Versions(Dictionary<string, string> ids)
    {
        var versioned = plan.Resources.Where(resource => resource.Type is ResourceTypes.PromptVersion)
            .Select(resource => resource.Owner)
            .ToHashSet(StringComparer.Ordinal);
        var counted = await Task.WhenAll(
            from resource in plan.Resources
            where resource.Type is ResourceTypes.Prompt && versioned.Contains(resource.Owner)
            let name = NameOf(resource)
            where name is not null && ids.ContainsKey(name)
            select Count(name, ids[name])).ConfigureAwait(false);
        var most = counted.OrderByDescending(count => count.Versions).FirstOrDefault();
        return (counted.Any(count => count.Versions is null)
                ? DoctorFinding.Warn(Name, "The versions of prompts were not counted.", "Try again.")
            : most.Versions >= MostVersions
                ? DoctorFinding.Fail(
                    Name,
                    string.Create(CultureInfo.InvariantCulture, $"{most.Name} has {most.Versions} versions, and the ")
                        + "service allows 10: the next promotion cannot cut one.",
                    "Delete versions that no stack declares: 'prompts status' lists them.")
            : DoctorFinding.Ok(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{most.Versions ?? 0} versions of a prompt at most; ")
                    + "the service allows 10.")) with
        { Permission = "bedrock:ListPrompts" };
    }

    private async Task<(string Name, int? Versions)> Count(string name, string id)
    {
        var path = $"prompts/?maxResults=1000&promptIdentifier={Uri.EscapeDataString(id)}";
        return await reads.Get("bedrock-agent", path).ConfigureAwait(false) is { IsGood: true } answer
            ? (name, ServiceReads.Items(answer.Body, item => item.GetProperty("version").ToString())
                ?.Count(version => version != "DRAFT"))
            : (name, null);
    }

    private static string? NameOf(DeclaredResource resource) =>
        resource.Properties["Name"] is Value.Text { Content: var name } ? name : null;
}
