/* An FMU for the tests (FMI 2.0 for co-simulation): a tank with a pump that is geared, and a drain.
   MISSING leaves a function out, GREEDY adds one that no system has. An importer that forgets to free
   something, or calls an FMU that is broken for good, is ended. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void (*logger_t)(void *, const char *, int, const char *, const char *, ...);
typedef struct {
  logger_t logger;
  void *(*allocate)(size_t, size_t);
  void (*release)(void *);
  void (*finished)(void *, int);
  void *environment;
} callbacks_t;

enum { LEVEL, TIME, INFLOW, AREA, START };
enum { STEPS, GEAR, FAULT, MODE };
enum { OVERFLOW, PUMP };
enum { OK = 0, ERROR = 3, FATAL = 4 };
enum { HANGS = 9 };

typedef struct {
  double real[5];
  int integer[4];
  int boolean[2];
} values_t;

typedef struct {
  values_t now;
  values_t begin;
  const callbacks_t *callbacks;
  char name[64];
  char folder[1000];
  int states;
  int ready;
} tank_t;

static int instances;
static int burst;

static void require_freed(const char *what, int left) {
  if (left != 0 && !burst) {
    fprintf(stderr, "%d of the tank's %s were not freed\n", left, what);
    abort();
  }
}

static void require_sound(void) {
  if (burst) {
    fprintf(stderr, "the tank was called although it has burst\n");
    abort();
  }
}

__attribute__((destructor)) static void unloaded(void) { require_freed("instances", instances); }

const char *fmi2GetTypesPlatform(void) { return "default"; }
const char *fmi2GetVersion(void) { return "2.0"; }

static void tell(tank_t *tank, int status, const char *text) {
  tank->callbacks->logger(tank->callbacks->environment, tank->name, status, "tank", text);
}

static FILE *neighbour(const char *folder, const char *name, const char *mode) {
  char path[1100];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return fopen(path, mode);
}

/* Hangs, having told so by a file, until somebody writes another file. */
static void hang(const char *folder) {
  FILE *file = neighbour(folder, "hangs", "w");
  if (file != NULL) fclose(file);
  while ((file = neighbour(folder, "released", "r")) == NULL) {
  }
  fclose(file);
}

void *fmi2Instantiate(const char *name, int type, const char *guid, const char *resources,
                      const callbacks_t *callbacks, int visible, int logging) {
  double start = 0;
  FILE *file;
  tank_t *tank;
  if (strcmp(guid, "{tank}") != 0) {
    callbacks->logger(callbacks->environment, name, ERROR, "tank", "another guid");
    return NULL;
  }
  if (type != 1 || strncmp(resources, "file:///", 8) != 0) return NULL;
  file = neighbour(resources + 7, "start.txt", "r");
  if (file == NULL || fscanf(file, "%lf", &start) != 1) return NULL;
  fclose(file);
  tank = callbacks->allocate(1, sizeof *tank);
  tank->callbacks = callbacks;
  snprintf(tank->name, sizeof tank->name, "%s", name);
  snprintf(tank->folder, sizeof tank->folder, "%s", resources + 7);
  tank->begin.real[START] = start;
  tank->begin.real[INFLOW] = 10;
  tank->begin.real[AREA] = 1;
  tank->begin.integer[GEAR] = 1;
  tank->begin.boolean[PUMP] = 1;
  tank->now = tank->begin;
  instances++;
  return tank;
}

void fmi2FreeInstance(void *instance) {
  tank_t *tank = instance;
  require_sound();
  require_freed("states", tank->states);
  instances--;
  tank->callbacks->release(tank);
}

int fmi2SetupExperiment(void *instance, int tolerant, double tolerance, double start, int ends,
                        double stop) {
  ((tank_t *)instance)->now.real[TIME] = start;
  return OK;
}

int fmi2EnterInitializationMode(void *instance) { return OK; }

int fmi2ExitInitializationMode(void *instance) {
  tank_t *tank = instance;
  tank->now.real[LEVEL] = tank->now.real[START];
  tank->ready = 1;
  return OK;
}

int fmi2Terminate(void *instance) { return OK; }

#ifndef MISSING
int fmi2Reset(void *instance) {
  tank_t *tank = instance;
  tank->now = tank->begin;
  tank->ready = 0;
  return OK;
}
#endif

#ifdef GREEDY
int fmi2NoSystemHasThis(void);
int (*greedy)(void) = fmi2NoSystemHasThis;
#endif

#define ACCESS(TYPE, NAME, FIELD)                                                          \
  int fmi2Get##NAME(void *instance, const unsigned *which, size_t count, TYPE *values) {   \
    for (size_t i = 0; i < count; i++) values[i] = ((tank_t *)instance)->now.FIELD[which[i]]; \
    return OK;                                                                             \
  }                                                                                        \
  int fmi2Set##NAME(void *instance, const unsigned *which, size_t count, const TYPE *values) { \
    for (size_t i = 0; i < count; i++) ((tank_t *)instance)->now.FIELD[which[i]] = values[i]; \
    return OK;                                                                             \
  }

ACCESS(double, Real, real)
ACCESS(int, Integer, integer)
ACCESS(int, Boolean, boolean)

int fmi2DoStep(void *instance, double from, double seconds, int last) {
  tank_t *tank = instance;
  values_t *v = &tank->now;
  double in = v->boolean[PUMP] ? v->real[INFLOW] * v->integer[GEAR] / 1000 : 0;
  if (!tank->ready) return ERROR;
  require_sound();
  if (v->integer[MODE] == HANGS) hang(tank->folder);
  if (v->integer[FAULT] != OK) {
    tell(tank, v->integer[FAULT], "the tank has burst");
    burst |= v->integer[FAULT] == FATAL;
    return v->integer[FAULT];
  }
  v->real[LEVEL] += seconds * (in - 0.01 * v->real[LEVEL]) / v->real[AREA];
  v->real[TIME] = from + seconds;
  v->integer[STEPS]++;
  v->boolean[OVERFLOW] = v->real[LEVEL] > 2;
  return OK;
}

int fmi2GetFMUstate(void *instance, void **state) {
  tank_t *tank = instance;
  if (*state == NULL) {
    *state = tank->callbacks->allocate(1, sizeof(values_t));
    tank->states++;
  }
  memcpy(*state, &tank->now, sizeof(values_t));
  return OK;
}

int fmi2SetFMUstate(void *instance, void *state) {
  require_sound();
  memcpy(&((tank_t *)instance)->now, state, sizeof(values_t));
  return OK;
}

int fmi2FreeFMUstate(void *instance, void **state) {
  tank_t *tank = instance;
  require_sound();
  if (*state != NULL) {
    tank->callbacks->release(*state);
    *state = NULL;
    tank->states--;
  }
  return OK;
}
