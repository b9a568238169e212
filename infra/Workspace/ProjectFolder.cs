namespace Infra.Workspace;

/// <summary>Finds the project's folder.</summary>
public static class ProjectFolder
{
    /// <summary>The nearest folder, from the given one upwards, with a <c>Pulumi.yaml</c>.</summary>
    /// <exception cref="Failure">There is no such folder.</exception>
    public static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder.FullName;
            }
        }

        throw new Failure(
            $"There is no Pulumi.yaml in {from} or above it. Go to the project's folder, or name it with --cwd.");
    }
}
