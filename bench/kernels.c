/*
 * The update kernels of src/trust-regions in C, to compare against: nanoseconds per state-action on a problem of Taxi's size.
 * Same formulas, same order of work, libm's exp and log, one thread.
 *
 *     gcc -O3 -march=native -o /tmp/kernels bench/kernels.c -lm && /tmp/kernels
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { S = 500, N = 6, SN = S * N, E = SN * (N - 1) };

static double policy[SN], advantage[SN], weight[S], unit_cost[N * N], line_cost[N * N], next_policy[SN];
static double rate[E], expense[E];
static const double lambda = 20;

static uint32_t seed = 1;
static double uniform01(void) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) / 16777216.0;
}

static void make_problem(void) {
  for (int s = 0; s < S; s++) {
    double sum = 0, mean = 0;
    for (int a = 0; a < N; a++) sum += policy[s * N + a] = 0.05 + uniform01();
    for (int a = 0; a < N; a++) policy[s * N + a] /= sum;
    for (int a = 0; a < N; a++) mean += policy[s * N + a] * (advantage[s * N + a] = 10 * uniform01() - 5);
    for (int a = 0; a < N; a++) advantage[s * N + a] -= mean;
    weight[s] = 1.0 / S;
  }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      unit_cost[i * N + j] = i != j;
      line_cost[i * N + j] = abs(i - j);
    }
}

static double best_of(const double *row) {
  double best = row[0];
  for (int a = 1; a < N; a++) best = row[a] > best ? row[a] : best;
  return best;
}

/* KL: a tilt */
static void kl_improve(double t) {
  for (int s = 0; s < S; s++) {
    const double *p = policy + s * N, *A = advantage + s * N;
    double *q = next_policy + s * N, best = best_of(A), total = 0;
    for (int a = 0; a < N; a++) total += q[a] = p[a] * exp(t * (A[a] - best));
    double scale = 1 / total;
    for (int a = 0; a < N; a++) q[a] *= scale;
  }
}

static double kl_distance(double t, double *spread) {
  double cost = 0, sum = 0;
  for (int s = 0; s < S; s++) {
    const double *p = policy + s * N, *A = advantage + s * N;
    double best = best_of(A), total = 0, first = 0, second = 0;
    for (int a = 0; a < N; a++) {
      double y = t * (A[a] - best), mass = p[a] * exp(y);
      total += mass;
      first += mass * y;
      second += mass * y * y;
    }
    double mean = first / total;
    cost += weight[s] * (mean - log(total));
    sum += weight[s] * (second / total - mean * mean);
  }
  *spread = sum;
  return cost;
}

/* WPO */
static int target_of(const double *A, const double *price, int j) {
  int target = j;
  double gain = A[j], paid = 0;
  for (int k = 0; k < N; k++)
    if (A[k] - gain > price[k] - paid) {
      target = k;
      gain = A[k];
      paid = price[k];
    }
  return target;
}

static void wpo_improve(double beta, const double *cost) {
  double prices[N * N];
  for (int j = 0; j < N; j++)
    for (int k = 0; k < N; k++) prices[j * N + k] = beta * cost[k * N + j];
  memset(next_policy, 0, sizeof next_policy);
  for (int s = 0; s < S; s++)
    for (int j = 0; j < N; j++) next_policy[s * N + target_of(advantage + s * N, prices + j * N, j)] += policy[s * N + j];
}

static int uniform_edges(double price) {
  int count = 0;
  for (int s = 0; s < S; s++) {
    double best = best_of(advantage + s * N);
    for (int a = 0; a < N; a++) {
      double w = weight[s] * price * policy[s * N + a], gain = best - advantage[s * N + a];
      rate[count] = gain / price;
      expense[count] = w;
      count += w > 0 && gain > 0;
    }
  }
  return count;
}

static int general_edges(const double *cost) {
  int order[N * N], count = 0;
  double ascending[N * N], vc[N], vg[N], vr[N];
  for (int j = 0; j < N; j++)
    for (int k = 0; k < N; k++) {
      int rank = 0;
      for (int m = 0; m < N; m++) rank += cost[m * N + j] < cost[k * N + j] || (cost[m * N + j] == cost[k * N + j] && m < k);
      order[j * N + rank] = k;
      ascending[j * N + rank] = cost[k * N + j];
    }
  for (int s = 0; s < S; s++)
    for (int j = 0; j < N; j++) {
      const double *A = advantage + s * N;
      double w = weight[s] * policy[s * N + j];
      int top = 0;
      vc[0] = 0;
      vg[0] = A[order[j * N]];
      for (int p = 1; p < N; p++) {
        double gain = A[order[j * N + p]], c = ascending[j * N + p];
        if (gain <= vg[top]) continue;
        double slope = c > vc[top] ? (gain - vg[top]) / (c - vc[top]) : INFINITY;
        while (top > 0 && slope >= vr[top]) {
          top--;
          slope = c > vc[top] ? (gain - vg[top]) / (c - vc[top]) : INFINITY;
        }
        if (slope < INFINITY) vr[++top] = slope;
        vc[top] = c;
        vg[top] = gain;
      }
      for (int v = 1; v <= top; v++) {
        rate[count] = vr[v];
        expense[count++] = w * (vc[v] - vc[v - 1]);
      }
    }
  return count;
}

static double critical_rate(int count, double left) {
  int low = 0, high = count;
  for (;;) {
    double a = rate[low], b = rate[low + (high - low) / 2], c = rate[high - 1];
    double pivot = fmax(fmin(a, b), fmin(fmax(a, b), c)), spent = 0, equal = 0;
    int above = low, below = high;
    for (int e = low; e < below;) {
      double r = rate[e], x = expense[e];
      if (r > pivot) {
        rate[e] = rate[above];
        expense[e] = expense[above];
        rate[above] = r;
        expense[above++] = x;
        spent += x;
        e++;
      } else if (r < pivot) {
        rate[e] = rate[--below];
        expense[e] = expense[below];
        rate[below] = r;
        expense[below] = x;
      } else {
        equal += x;
        e++;
      }
    }
    if (above > low && spent >= left) high = above;
    else if (spent + equal >= left || below == high) return pivot;
    else left -= spent + equal, low = below;
  }
}

/* SPO, any cost: factorised */
static void spo_improve(double t, const double *kernel) {
  for (int s = 0; s < S; s++) {
    const double *p = policy + s * N, *A = advantage + s * N;
    double e[N], w[N] = {0}, best = best_of(A);
    for (int i = 0; i < N; i++) e[i] = exp(t * (A[i] - best));
    for (int j = 0; j < N; j++) {
      double column = 0;
      for (int i = 0; i < N; i++) column += kernel[j * N + i] * e[i];
      double x = p[j] / column;
      for (int i = 0; i < N; i++) w[i] += x * kernel[j * N + i];
    }
    for (int i = 0; i < N; i++) next_policy[s * N + i] = e[i] * w[i];
  }
}

static double entropy(void) {
  double total = 0;
  for (int s = 0; s < S; s++) {
    double row = 0;
    for (int a = 0; a < N; a++) row -= policy[s * N + a] * log(policy[s * N + a]);
    total += weight[s] * row;
  }
  return total;
}

static double spo_distance(double t, const double *kernel, double h, double *spread) {
  double mean = 0, log_sum = 0, sum = 0;
  for (int s = 0; s < S; s++) {
    const double *p = policy + s * N, *A = advantage + s * N;
    double e[N], ey[N], eyy[N], best = best_of(A);
    for (int i = 0; i < N; i++) {
      double y = t * (A[i] - best);
      e[i] = exp(y);
      ey[i] = e[i] * y;
      eyy[i] = ey[i] * y;
    }
    for (int j = 0; j < N; j++) {
      double column = 0, first = 0, second = 0, mass = weight[s] * p[j];
      for (int i = 0; i < N; i++) {
        double k = kernel[j * N + i];
        column += k * e[i];
        first += k * ey[i];
        second += k * eyy[i];
      }
      double m = first / column;
      mean += mass * m;
      sum += mass * (second / column - m * m);
      log_sum += mass * log(column);
    }
  }
  *spread = sum;
  return (mean - log_sum - h) / lambda;
}

/* Newton on the square root of the distance, unguarded: enough for this problem */
static double solve(double (*at)(double, double *), double least, double radius, double guess) {
  double t = guess, target = sqrt(radius - least);
  for (int step = 0; step < 20; step++) {
    double spread, root = sqrt(fmax(0, at(t, &spread) - least));
    double next = t - (root - target) / (spread / (2 * t * root));
    if (!(next > 0)) next = t / 4;
    if (fabs(next - t) <= 1e-8 * t) return next;
    t = next;
  }
  return t;
}

static double kernel_matrix[N * N], row_entropy;
static double spo_at(double t, double *spread) {
  double cost = spo_distance(t, kernel_matrix, row_entropy, spread);
  *spread /= lambda;
  return cost;
}

static double sink;
static void run_kl_fixed(void) { kl_improve(1 / 2.0), sink += next_policy[7]; }
static void run_kl_optimum(void) {
  double spread, variance = 0;
  kl_distance(1e-4, &variance);
  double t = solve(kl_distance, 0, 0.05, sqrt(2 * 0.05 / (variance / 1e-8)));
  sink += t + kl_distance(t, &spread) + kl_distance(1e9, &spread);
}
static void run_wpo_fixed(void) { wpo_improve(2, line_cost), sink += next_policy[7]; }
static void run_wpo_uniform_optimum(void) {
  int count = uniform_edges(1);
  sink += critical_rate(count, 0.1);
}
static void run_wpo_general_optimum(void) {
  int count = general_edges(line_cost);
  sink += critical_rate(count, 0.1);
}
static void run_spo_fixed(void) { spo_improve(lambda / 2, kernel_matrix), sink += next_policy[7]; }
static void run_spo_optimum(void) {
  double spread;
  row_entropy = entropy();
  double least = spo_at(0, &spread);
  int count = general_edges(line_cost);
  double t = solve(spo_at, least, 0.1, lambda / critical_rate(count, 0.1));
  sink += t + spo_at(t, &spread) + spo_at(1e9, &spread);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e9 * t.tv_sec + t.tv_nsec;
}

int main(void) {
  make_problem();
  for (int j = 0; j < N; j++)
    for (int i = 0; i < N; i++) kernel_matrix[j * N + i] = exp(-lambda * line_cost[i * N + j]);
  const struct { const char *name; void (*run)(void); } kernels[] = {
      {"KL, fixed", run_kl_fixed},
      {"KL, optimum", run_kl_optimum},
      {"WPO any cost, fixed", run_wpo_fixed},
      {"WPO one price, optimum", run_wpo_uniform_optimum},
      {"WPO any cost, optimum", run_wpo_general_optimum},
      {"SPO any cost, fixed", run_spo_fixed},
      {"SPO any cost, optimum", run_spo_optimum},
  };
  for (unsigned k = 0; k < sizeof kernels / sizeof *kernels; k++) {
    double best = 1e18;
    for (int round = 0; round < 300; round++) {
      double began = now();
      for (int i = 0; i < 10; i++) kernels[k].run();
      double took = (now() - began) / 10 / SN;
      if (took < best) best = took;
    }
    printf("%-24s %7.2f ns\n", kernels[k].name, best);
  }
  return sink == 42;
}
