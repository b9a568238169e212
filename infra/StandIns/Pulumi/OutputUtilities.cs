namespace Pulumi.Utilities;

/// <summary>Gives access to the inside of outputs.</summary>
public static class OutputUtilities
{
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) =>
        (await output.Data.ConfigureAwait(false)).IsKnown;

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return new Output<T>(Data());

        async Task<Known<T>> Data()
        {
            // The engine is told of the dependency; resources that use the output are registered later.
            await resource.Urn.Data.ConfigureAwait(false);
            return await output.Data.ConfigureAwait(false);
        }
    }

    public static async Task<T> GetValueAsync<T>(Output<T> output)
    {
        var data = await output.Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }
}
