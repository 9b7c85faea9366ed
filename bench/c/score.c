/* The scoring loop as one would write it in C, compiled with gcc -O3 -march=native. Prints the sum of all totals, or nanoseconds a pass. */
#define _POSIX_C_SOURCE 200809L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STRIDE = 32, ITEMS = 23, TOP = 100 };
static const int16_t weights[STRIDE] = {50, 30, 30, 40, 50, 40, 50, 60, 15, 20, 15, 10, 10, 50, 50, 40, 40, 80, 80, 80, 60, 50, 50};

__attribute__((noinline)) static void totals(const uint8_t *restrict sheets, long count, int32_t *restrict out) {
  for (long i = 0; i < count; i++) {
    const uint8_t *sheet = sheets + i * STRIDE;
    int32_t sum = 0;
    uint8_t greatest = 0;
    for (int j = 0; j < STRIDE; j++) {
      sum += sheet[j] * weights[j];
      greatest = sheet[j] > greatest ? sheet[j] : greatest;
    }
    out[i] = greatest > TOP ? -1 : sum;
  }
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

/* score COUNT WARM_MS MS */
int main(int argc, char **argv) {
  if (argc != 4) return 2;
  long count = atol(argv[1]);
  uint8_t *sheets = aligned_alloc(64, count * STRIDE);
  int32_t *out = aligned_alloc(64, (count * 4 + 63) / 64 * 64);
  uint32_t state = 2022;
  for (long i = 0; i < count; i++) {
    for (int j = 0; j < STRIDE; j++) {
      if (j < ITEMS) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
      }
      sheets[i * STRIDE + j] = j < ITEMS ? state % 21 * 5 : 0;
    }
  }
  totals(sheets, count, out);
  int64_t sum = 0;
  for (long i = 0; i < count; i++) sum += out[i];
  double limits[2] = {atof(argv[2]) / 1e3, atof(argv[3]) / 1e3};
  double wall = 0, cpu = 0;
  long passes = 0;
  for (int phase = 0; phase < 2; phase++) {
    double start = seconds(CLOCK_MONOTONIC), own = seconds(CLOCK_PROCESS_CPUTIME_ID);
    passes = 0;
    do {
      totals(sheets, count, out);
      passes++;
      wall = seconds(CLOCK_MONOTONIC) - start;
    } while (wall < limits[phase]);
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - own;
  }
  printf("{\"answer\":\"%lld\",\"us\":%.9f,\"cpuUs\":%.9f}\n", (long long)sum, wall * 1e6 / passes / count, cpu * 1e6 / passes / count);
  return 0;
}
