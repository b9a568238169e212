namespace Pulumi.Utilities;

/// <summary>Looks into outputs.</summary>
public static class OutputUtilities
{
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) =>
        (await output.Data.ConfigureAwait(false)).IsKnown;

    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }
}
