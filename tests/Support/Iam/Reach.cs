using System.Collections.Immutable;
using System.Text.Json;
using Infra.Local.Access.Evaluation;
using Infra.Values;

namespace Infra.Tests.Support.Iam;

/// <summary>
/// What somebody who may deploy and smoke-test a stack can do in the end, by whatever calls: make a role, give it a
/// policy, change its boundary, write a new version of a policy, pass a role to a flow and have the flow act.
/// </summary>
/// <param name="Policies">What the pipeline's roles may do by themselves.</param>
/// <param name="Boundary">What the boundary of the flows' roles says.</param>
/// <param name="Stack">The stack.</param>
internal sealed record Reach(IReadOnlyList<Value> Policies, Value Boundary, Reached Stack)
{
    private const string Else = "arn:aws:iam::123456789012:policy/of-others";

    private static readonly Value Everything =
        JsonValue.Parse("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");

    /// <summary>The first of some requests that can be made in the end; null when none can.</summary>
    public AccessRequest? First(IEnumerable<AccessRequest> requests)
    {
        var powers = Powers();
        return requests.FirstOrDefault(request => powers.Any(power => power.Allows(request)));
    }

    /// <summary>Everybody whose rights the pipeline has in the end.</summary>
    private ImmutableArray<Power> Powers()
    {
        ImmutableArray<Power> all = [.. Policies.Select(policy => new Power([policy], null))];
        for (var known = 0; known < all.Length;)
        {
            var power = all[known++];
            foreach (var more in Made(power).Where(more => !all.Contains(more)))
            {
                all = all.Add(more);
            }
        }

        return all;
    }

    /// <summary>What somebody can make of roles: whoever makes one says who may take it on.</summary>
    private IEnumerable<Power> Made(Power power)
    {
        foreach (var boundary in (string?[])[Stack.Boundary, Else, null])
        {
            bool May(string action) => power.Allows(With(new(action, Stack.Role), boundary));
            var makes = May("iam:CreateRole") || May("iam:UpdateAssumeRolePolicy") || May("iam:PassRole");
            if (makes && (May("iam:PutRolePolicy") || May("iam:AttachRolePolicy")))
            {
                yield return new([Everything], boundary == Stack.Boundary ? Boundary : null);
            }
        }

        var unbinds = power.Allows(With(new("iam:DeleteRolePermissionsBoundary", Stack.Role), Stack.Boundary))
            || power.Allows(With(new("iam:PutRolePermissionsBoundary", Stack.Role), Else));
        var rewrites = ((string[])["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"])
            .Any(action => power.Allows(new(action, Stack.Boundary)));
        if (unbinds || rewrites)
        {
            yield return new([Everything], null);
        }
    }

    private static AccessRequest With(AccessRequest request, string? boundary)
    {
        var made = request.With("iam:PassedToService", "bedrock.amazonaws.com");
        return boundary is null ? made : made.With("iam:PermissionsBoundary", boundary);
    }

    /// <summary>Policies, and the boundary they stay within.</summary>
    private sealed record Power(ImmutableArray<Value> Policies, Value? Boundary)
    {
        public bool Allows(AccessRequest request) => PolicyEvaluation.Allow(Policies, Boundary, request);

        public bool Equals(Power? other) => other is not null
            && Equals(Boundary, other.Boundary) && Policies.SequenceEqual(other.Policies);

        public override int GetHashCode() => Policies.Length;
    }
}

/// <summary>What is a stack's own.</summary>
/// <param name="Name">The stack.</param>
/// <param name="Role">The ARN of a role below its path.</param>
/// <param name="Boundary">The ARN of its boundary.</param>
/// <param name="Key">The ARN of its key.</param>
internal sealed record Reached(string Name, string Role, string Boundary, string Key)
{
    private const string Tag = "bedrock-prompts:stack";

    private const string Prompt = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ";

    private const string Flow = "arn:aws:bedrock:us-east-1:123456789012:flow/ABCDEFGHIJ";

    /// <summary>They know no resources; what they lead to is asked for again, of the caller.</summary>
    private static readonly string[] Harmless =
    [
        "bedrock:RetrieveAndGenerate", "cloudformation:CreateResource", "cloudformation:DeleteResource",
        "cloudformation:GetResource", "cloudformation:GetResourceRequestStatus", "cloudformation:UpdateResource",
        "ssm:DescribeParameters",

        // Saved queries hold no data; whoever runs one needs rights of his own.
        "logs:DeleteQueryDefinition", "logs:DescribeQueryDefinitions", "logs:PutQueryDefinition",
    ];

    /// <summary>Every action of the services, done to what is not the stack's, as an attacker would ask best.</summary>
    public IEnumerable<AccessRequest> Outside() =>
    [
        .. Actions().Where(action => !Harmless.Contains(action.Name)).SelectMany(Done),
        .. Actions().Where(action => action.Name is "bedrock:TagResource").SelectMany(action => action.Arns)
            .Where(arn => !arn.Contains(":prompt/", StringComparison.Ordinal))
            .Where(arn => !arn.Contains(":flow/", StringComparison.Ordinal))
            .Where(arn => !arn.Contains(":application-inference-profile/", StringComparison.Ordinal))
            .Select(arn => Tagged(new("bedrock:TagResource", arn), Name, null)),
        new AccessRequest("iam:PassRole", Role).With("iam:PassedToService", "lambda.amazonaws.com"),
        Tagged(new("bedrock:TagResource", Prompt), "other", null),
        new AccessRequest("kms:Decrypt", Key).With("kms:EncryptionContext:aws:bedrock-prompts:arn", Prompt)
            .With("kms:EncryptionContext:aws:bedrock-flows:arn", Flow),
        new AccessRequest("kms:Decrypt", Key).With("kms:ViaService", "bedrock.us-east-1.amazonaws.com"),
    ];

    private IEnumerable<AccessRequest> Done((string Name, ImmutableArray<string> Arns) action) => action.Arns.IsEmpty
        ? [Tagged(new(action.Name, "*"), "other", null)]
        : action.Name is "bedrock:CreateInferenceProfile" ? Made(action.Name, action.Arns)
        : action.Arns.Select(arn => Tagged(new(action.Name, arn), Name, "other"));

    /// <summary>What is made under an id that AWS thinks up is nobody's yet: its tag says whose it becomes, and its
    /// ARN where.</summary>
    private IEnumerable<AccessRequest> Made(string action, ImmutableArray<string> arns) =>
    [
        .. arns.Select(arn => Tagged(new(action, arn), "other", null)),
        .. arns.Select(arn => Tagged(
            new(action, arn.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal)), Name, null)),
    ];

    private AccessRequest Tagged(AccessRequest request, string asked, string? has)
    {
        var tagged = request
            .With($"aws:RequestTag/{Tag}", asked)
            .With("iam:PassedToService", "bedrock.amazonaws.com")
            .With("iam:PermissionsBoundary", Boundary)
            .With("kms:ViaService", "bedrock.us-east-1.amazonaws.com")
            .With("kms:EncryptionContext:aws:bedrock-prompts:arn", Prompt)
            .With("kms:EncryptionContext:aws:bedrock-flows:arn", Flow);
        return has is null ? tagged : tagged.With($"aws:ResourceTag/{Tag}", has);
    }

    private static IEnumerable<(string Name, ImmutableArray<string> Arns)> Actions()
    {
        using var document =
            JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Data", "Iam", "every-action.json")));
        foreach (var service in document.RootElement.GetProperty("services").EnumerateObject())
        {
            var types = service.Value.GetProperty("resourceTypes");
            foreach (var action in service.Value.GetProperty("actions").EnumerateObject())
            {
                yield return ($"{service.Name}:{action.Name}",
                [
                    .. action.Value.EnumerateArray()
                        .Select(type => types.GetProperty(type.GetString()!).GetString()!)
                        .SelectMany(Foreign),
                ]);
            }
        }
    }

    /// <summary>Two things of others: one anywhere, one below the path of another stack.</summary>
    private static IEnumerable<string> Foreign(string template)
    {
        var place = template.Replace("${Partition}", "aws", StringComparison.Ordinal)
            .Replace("${Region}", "us-east-1", StringComparison.Ordinal)
            .Replace("${Account}", "123456789012", StringComparison.Ordinal);
        return [Named(place, "foreign"), Named(place, "bedrock-prompts/other/foreign")];
    }

    private static string Named(string template, string name) =>
        string.Concat(template.Split('$').Select((part, index) =>
            index == 0 ? part : $"{name}{part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..]}"));
}
