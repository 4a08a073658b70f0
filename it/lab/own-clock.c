/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 *
 * A clock on the wall for one process, loaded with LD_PRELOAD: the machine's and as many nanoseconds as the file
 * TENANTNET_CLOCK holds at that moment, a signed number of 64 bits. Whoever writes the file moves the clock of processes that
 * run. The clocks that never jump (CLOCK_MONOTONIC and the like) stay as they are. Times of files and whatever else the
 * kernel stamps are the machine's.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define SECOND INT64_C(1000000000)
#define SLICE (SECOND / 10)
/* Wait functions are not told which clock a deadline is of; those that never jump began when the machine started. */
#define AGES 1000000000

static const int64_t right = 0;
static const volatile int64_t *wrong_by = &right;
static int (*next_gettime)(clockid_t, struct timespec *);
static int (*next_cond_timedwait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
static int (*next_sem_timedwait)(sem_t *, const struct timespec *);

__attribute__((constructor)) static void start(void)
{
    const char *file = getenv("TENANTNET_CLOCK");
    int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;

    next_gettime = (__typeof__(next_gettime)) dlsym(RTLD_NEXT, "clock_gettime");
    next_cond_timedwait = (__typeof__(next_cond_timedwait)) dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    next_sem_timedwait = (__typeof__(next_sem_timedwait)) dlsym(RTLD_NEXT, "sem_timedwait");
    if (fd >= 0) {
        void *page = mmap(NULL, sizeof *wrong_by, PROT_READ, MAP_SHARED, fd, 0);

        if (page != MAP_FAILED) {
            wrong_by = page;
        }
        close(fd);
    }
}

static struct timespec plus(struct timespec at, int64_t nanos)
{
    nanos += at.tv_nsec;
    at.tv_sec += nanos / SECOND;
    at.tv_nsec = nanos % SECOND;
    if (at.tv_nsec < 0) {
        at.tv_nsec += SECOND;
        at.tv_sec--;
    }
    return at;
}

static int machine(clockid_t clock, struct timespec *at)
{
    /* Others' constructors may ask before ours has run. */
    return next_gettime ? next_gettime(clock, at) : (int) syscall(SYS_clock_gettime, clock, at);
}

int clock_gettime(clockid_t clock, struct timespec *at)
{
    int result = machine(clock, at);

    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI)) {
        *at = plus(*at, *wrong_by);
    }
    return result;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone)
{
    struct timespec now;
    (void) zone;

    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *at)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    if (at) {
        *at = now.tv_sec;
    }
    return now.tv_sec;
}

/*
 * The kernel knows nothing of this clock, and would neither end a wait when the clock jumps beyond its deadline nor make it
 * longer: so a wait goes slice by slice. Gives 1 if `wait_until` on the machine's clock reaches the deadline as it is now.
 */
static int slice(const struct timespec *deadline, struct timespec *wait_until)
{
    struct timespec now, end = plus(*deadline, -*wrong_by);

    machine(CLOCK_REALTIME, &now);
    now = plus(now, SLICE);
    if (end.tv_sec < now.tv_sec || (end.tv_sec == now.tv_sec && end.tv_nsec <= now.tv_nsec)) {
        *wait_until = end;
        return 1;
    }
    *wait_until = now;
    return 0;
}

int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict deadline)
{
    struct timespec wait_until;

    if (deadline->tv_sec < AGES) {
        return next_cond_timedwait(condition, mutex, deadline);
    }
    int last = slice(deadline, &wait_until);
    int result = next_cond_timedwait(condition, mutex, &wait_until);
    /* A signal may have come after the slice: the caller has to look, as after any waking for no reason. */
    return result == ETIMEDOUT && !last ? 0 : result;
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict deadline)
{
    struct timespec wait_until;
    int last, result;

    do {
        last = slice(deadline, &wait_until);
        result = next_sem_timedwait(semaphore, &wait_until);
    } while (result < 0 && errno == ETIMEDOUT && !last);
    return result;
}
