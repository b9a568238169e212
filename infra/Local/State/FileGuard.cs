namespace Infra.Local.State;

/// <summary>A lock that one process can hold at a time, and that is released when it ends.</summary>
internal static class FileGuard
{
    private const int HeldOnLinux = 11;

    private const int HeldOnMac = 35;

    private const int HeldOnWindows = unchecked((int)0x80070020);

    /// <summary>Takes the lock until the stream is disposed; null when another process has it.</summary>
    public static FileStream? Take(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException held) when (held.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            return null;
        }
    }
}
