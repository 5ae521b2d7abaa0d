namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// Ensemble smoother with multiple data assimilation (A. A. Emerick and A. C. Reynolds, "Ensemble smoother with multiple data assimilation", Computers and
/// Geosciences 55, 2013): the same data are used several times, each time with their error variance inflated, so that a model that is not linear is
/// approached in small steps. Exact for linear models and normal priors as the ensemble grows.
/// </summary>
public static class EnsembleSmoother
{
    /// <summary>Conditions an ensemble in place.</summary>
    /// <param name="parameters">One vector for each member: draws from the prior, which become draws from the posterior.</param>
    /// <param name="simulate">Runs all members and gives what each would have reported.</param>
    /// <param name="data">What was reported.</param>
    /// <param name="deviation">Standard deviation of the error of each datum; more than 0.</param>
    /// <param name="steps">Number of assimilations, each with the error variance times this number.</param>
    /// <param name="normal">Gives a standard normal number for a step, member and datum: the perturbation of the data.</param>
    public static void Condition(double[][] parameters, Func<double[][], double[][]> simulate, double[] data, double[] deviation, int steps, Func<int, int, int, double> normal)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(simulate);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(deviation);
        ArgumentNullException.ThrowIfNull(normal);
        for (var step = 0; step < steps; step++)
        {
            var simulated = simulate(parameters);
            var (members, size) = (parameters.Length, data.Length);
            var residual = Anomalies(simulated, size);
            var spread = Anomalies(parameters, parameters[0].Length);
            var covariance = new double[size, size];
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    for (var m = 0; m < members; m++) covariance[i, j] += residual[m][i] * residual[m][j] / (members - 1);
                covariance[i, i] += steps * deviation[i] * deviation[i];
            }
            var factor = Cholesky(covariance, size);
            for (var m = 0; m < members; m++)
            {
                var innovation = new double[size];
                for (var i = 0; i < size; i++) innovation[i] = data[i] + Math.Sqrt(steps) * deviation[i] * normal(step, m, i) - simulated[m][i];
                var solved = Solve(factor, innovation, size);
                for (var p = 0; p < parameters[m].Length; p++) parameters[m][p] += Gain(p, solved);
            }

            double Gain(int parameter, double[] solved)
            {
                var sum = 0.0;
                for (var other = 0; other < members; other++)
                {
                    var along = 0.0;
                    for (var i = 0; i < size; i++) along += residual[other][i] * solved[i];
                    sum += spread[other][parameter] * along;
                }
                return sum / (members - 1);
            }
        }
    }

    private static double[][] Anomalies(double[][] members, int size)
    {
        var mean = new double[size];
        foreach (var member in members)
            for (var i = 0; i < size; i++) mean[i] += member[i] / members.Length;
        return [.. members.Select(member => Enumerable.Range(0, size).Select(i => member[i] - mean[i]).ToArray())];
    }

    private static double[,] Cholesky(double[,] matrix, int size)
    {
        var lower = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }
        return lower;
    }

    private static double[] Solve(double[,] lower, double[] right, int size)
    {
        var x = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= lower[i, k] * x[k];
            x[i] /= lower[i, i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++) x[i] -= lower[k, i] * x[k];
            x[i] /= lower[i, i];
        }
        return x;
    }
}
